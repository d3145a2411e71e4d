// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture.h"

#include <QRgba64>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr double micrometresPerMetre = 1e6;
/// A screen's, which no file's spacing is taken for (see plausibleSpacing()).
constexpr int unknownPerMetre = 3780;

/// With 8 bits.
QImage wrap(const cv::Mat& pixels) {
    cv::Mat bytes = pixels;
    if (pixels.depth() == CV_16U)
        pixels.convertTo(bytes, CV_8U, 1.0 / 257.0);
    const auto format = bytes.channels() == 1 ? QImage::Format_Grayscale8 : QImage::Format_RGB888;
    return QImage(bytes.data, bytes.cols, bytes.rows, static_cast<qsizetype>(bytes.step[0]), format)
        .convertToFormat(QImage::Format_RGB32);
}

QImage copyDeep(const cv::Mat& pixels) {
    const bool grey = pixels.channels() == 1;
    QImage copy(pixels.cols, pixels.rows, grey ? QImage::Format_Grayscale16 : QImage::Format_RGBX64);
    for (int y = 0; y < copy.height(); ++y) { // none where the memory did not suffice
        const auto* from = pixels.ptr<quint16>(y);
        auto* row = copy.scanLine(y);
        if (grey) {
            std::copy_n(from, pixels.cols, reinterpret_cast<quint16*>(row));
            continue;
        }
        auto* to = reinterpret_cast<QRgba64*>(row);
        for (int x = 0; x < pixels.cols; ++x, from += 3)
            to[x] = qRgba64(from[0], from[1], from[2], 65535);
    }
    return copy;
}

} // namespace

QImage toQImage(const Image& image, qint64 deepBytes) {
    const auto& pixels = image.pixels;
    if (pixels.empty())
        return {};
    const qint64 bytesPerPixel = pixels.channels() == 1 ? 2 : 8;
    const bool deep = pixels.depth() == CV_16U && bytesPerPixel * pixels.cols * pixels.rows <= deepBytes;
    auto shown = deep ? copyDeep(pixels) : wrap(pixels);
    const auto perMetre = image.origin.micrometresPerPixel
                              ? static_cast<int>(std::lround(micrometresPerMetre / *image.origin.micrometresPerPixel))
                              : unknownPerMetre;
    shown.setDotsPerMeterX(perMetre);
    shown.setDotsPerMeterY(perMetre);
    return shown;
}

double micrometresPerPixel(const QImage& image) {
    const int perMetre = image.dotsPerMeterX();
    return perMetre <= unknownPerMetre ? 0.0 : micrometresPerMetre / perMetre;
}

QImage toGreyQImage(const cv::Mat& map) {
    if (map.empty())
        return {};
    return QImage(map.data, map.cols, map.rows, static_cast<qsizetype>(map.step[0]), QImage::Format_Grayscale8).copy();
}

QImage thumbnailOf(const Image& image, int side) {
    const int longSide = std::max(image.width(), image.height());
    if (image.pixels.empty())
        return {};
    if (longSide <= side)
        return wrap(image.pixels);
    const double share = static_cast<double>(side) / longSide;
    const auto reduced = [share](int length) {
        return std::max(1, static_cast<int>(std::lround(length * share)));
    };
    cv::Mat small;
    cv::resize(image.pixels, small, {reduced(image.width()), reduced(image.height())}, 0, 0, cv::INTER_AREA);
    return wrap(small);
}

} // namespace limpid
