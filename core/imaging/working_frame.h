// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/field_of_view.h"
#include "imaging/image.h"

#include <opencv2/core.hpp>

namespace limpid {

/// An image as a network takes it: the square around the field of view at the network's size.
struct WorkingFrame {
    cv::Mat pixels;  ///< CV_32FC3, RGB in [0, 1], size x size, zero outside the field of view
    cv::Mat mask;    ///< CV_8UC1, 0 or 255, size x size
    cv::Rect square; ///< the same square in native pixels; may reach outside the image
};

/// The square around `view.bounds`, centred, as wide as the longer side of the bounds.
cv::Rect squareAround(const FieldOfView& view);

/// Cuts the square around the field of view and brings it to `size` x `size` pixels (at least 1): area average when it
/// shrinks, bicubic when it grows. Only pixels inside the field of view are averaged, so that no black border bleeds
/// into the rim; what lies outside the image counts as outside. Grey is repeated into three channels. Thread-safe.
WorkingFrame toWorkingFrame(const Image& image, const FieldOfView& view, int size);

/// Lays a map of the working frame (CV_8UC1, square) on the whole image that `view` belongs to: black outside the field
/// of view, and so small that the square keeps about the map's own number of pixels. Thread-safe.
cv::Mat layOnImage(const cv::Mat& map, const FieldOfView& view);

/// A picture from a network's output: CV_32FC1 or CV_32FC3 in [0, 1] (clamped) to 8 or 16 bits, rounded to the nearest
/// level, channels kept, without origin.
Image fromWorkingFrame(const cv::Mat& rgb01, int bitDepth);

} // namespace limpid
