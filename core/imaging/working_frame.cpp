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

cv::Mat layOnImage(const cv::Mat& map, const FieldOfView& view) {
    const auto square = squareAround(view);
    const cv::Size whole = view.mask.size();
    const double share = std::min(1.0, static_cast<double>(map.cols) / square.width);
    const cv::Size size(std::max(1, cvRound(whole.width * share)), std::max(1, cvRound(whole.height * share)));
    // From a pixel of the result over the image's to the map's; the middle of a pixel is at its half.
    const auto along = [&](int wholeLength, int length, int squareStart) {
        const double toImage = static_cast<double>(wholeLength) / length;
        const double toMap = static_cast<double>(map.cols) / square.width;
        return cv::Vec2d(toImage * toMap, (0.5 * toImage - squareStart) * toMap - 0.5);
    };
    const auto across = along(whole.width, size.width, square.x);
    const auto down = along(whole.height, size.height, square.y);
    const cv::Matx23d toMap(across[0], 0, across[1], 0, down[0], down[1]);
    cv::Mat laid;
    cv::warpAffine(map, laid, toMap, size, cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT);
    cv::Mat inside;
    cv::resize(view.mask, inside, size, 0, 0, cv::INTER_AREA);
    laid.setTo(0, inside < 128);
    return laid;
}

Image fromWorkingFrame(const cv::Mat& rgb01, int bitDepth) {
    Image image;
    const bool deep = bitDepth == 16;
    rgb01.convertTo(image.pixels, deep ? CV_16U : CV_8U, deep ? 65535.0 : 255.0);
    return image;
}

} // namespace limpid
