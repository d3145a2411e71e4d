// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/working_frame.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace limpid {

cv::Rect squareAround(const FieldOfView& view) {
    const cv::Rect& bounds = view.bounds;
    const int side = std::max(bounds.width, bounds.height);
    return {bounds.x - (side - bounds.width) / 2, bounds.y - (side - bounds.height) / 2, side, side};
}

WorkingFrame toWorkingFrame(const Image& image, const FieldOfView& view, int size) {
    WorkingFrame frame;
    frame.square = squareAround(view);
    const cv::Rect inside = frame.square & cv::Rect(0, 0, image.width(), image.height());
    const cv::Point offset = inside.tl() - frame.square.tl();

    cv::Mat mask = cv::Mat::zeros(frame.square.size(), CV_8UC1);
    view.mask(inside).copyTo(mask(cv::Rect(offset, inside.size())));
    cv::Mat pixels = cv::Mat::zeros(frame.square.size(), image.pixels.type());
    image.pixels(inside).copyTo(pixels(cv::Rect(offset, inside.size())), view.mask(inside));

    const int method = size < frame.square.width ? cv::INTER_AREA : cv::INTER_CUBIC;
    cv::resize(pixels, pixels, cv::Size(size, size), 0, 0, method);
    cv::Mat covered;
    cv::resize(mask, covered, cv::Size(size, size), 0, 0, method);
    frame.mask = covered > 127;

    pixels.convertTo(pixels, CV_32F, image.bitDepth() == 16 ? 1.0 / 65535 : 1.0 / 255);
    if (pixels.channels() == 1)
        cv::cvtColor(pixels, pixels, cv::COLOR_GRAY2RGB);
    covered.convertTo(covered, CV_32F, 1.0 / 255);
    cv::cvtColor(covered, covered, cv::COLOR_GRAY2RGB);
    frame.pixels = cv::Mat::zeros(pixels.size(), CV_32FC3);
    cv::divide(pixels, covered, pixels);
    cv::min(pixels, cv::Scalar::all(1), pixels);
    cv::max(pixels, cv::Scalar::all(0), pixels);
    pixels.copyTo(frame.pixels, frame.mask);
    return frame;
}

Image fromWorkingFrame(const cv::Mat& rgb01, int bitDepth) {
    Image image;
    const bool deep = bitDepth == 16;
    rgb01.convertTo(image.pixels, deep ? CV_16U : CV_8U, deep ? 65535.0 : 255.0);
    return image;
}

} // namespace limpid
