// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

QImage wrap(const cv::Mat& pixels) {
    cv::Mat bytes = pixels;
    if (pixels.depth() == CV_16U)
        pixels.convertTo(bytes, CV_8U, 1.0 / 257.0);
    const auto format = bytes.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(bytes.data, bytes.cols, bytes.rows, static_cast<qsizetype>(bytes.step[0]), format)
        .convertToFormat(QImage::Format_RGB32);
}

} // namespace

QImage toQImage(const Image& image) {
    return image.pixels.empty() ? QImage() : wrap(image.pixels);
}

QImage toGreyQImage(const cv::Mat& map) {
    if (map.empty())
        return {};
    return QImage(map.data, map.cols, map.rows, static_cast<qsizetype>(map.step[0]), QImage::Format_Grayscale8).copy();
}

QImage thumbnailOf(const Image& image, int side) {
    const int longSide = std::max(image.width(), image.height());
    if (longSide <= side)
        return toQImage(image);
    const double share = static_cast<double>(side) / longSide;
    const auto reduced = [share](int length) {
        return std::max(1, static_cast<int>(std::lround(length * share)));
    };
    cv::Mat small;
    cv::resize(image.pixels, small, {reduced(image.width()), reduced(image.height())}, 0, 0, cv::INTER_AREA);
    return wrap(small);
}

} // namespace limpid
