// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/circle_fit.h"

#include <opencv2/core.hpp>

#include <vector>

namespace limpid {

/// A photograph made small, as brightness above its background: what the search for the field of view works on.
struct DiscScene {
    cv::Mat level;    ///< CV_32FC1, how far the strongest channel rises above the background, in shares of full scale
    double scale = 1; ///< working pixels per native pixel, at most 1
    double noise = 0; ///< standard deviation of the background
    double background = 0; ///< brightness of the background itself
    double bright = 0;     ///< typical level of the bright region (mean above Otsu's threshold)
    bool grey = false;     ///< the channels hold the same picture
};

/// Looks at `pixels` (CV_8U or CV_16U, 1 or 3 channels) with a long side of at most 512. The background is the second
/// darkest of the four corners, so that burned-in text or one odd corner does not decide.
DiscScene makeDiscScene(const cv::Mat& pixels);

/// The largest connected region with level above `threshold`, opened so that thin tabs and text fall off, its holes
/// filled; CV_8UC1, empty where there is none.
cv::Mat largestRegion(const DiscScene& scene, double threshold);

/// Outline of a region in working pixels, without the points on the frame's own border.
std::vector<cv::Point2d> freeOutline(const cv::Mat& region);

/// Along `count` radii that leave `circle` inside `frame`: where brightness falls most steeply to the background,
/// looked for within 8 % of the radius. Radii without a clear fall give no point. `visible` (if given) receives the
/// number of radii whose end lies inside the frame.
std::vector<cv::Point2d> radialEdges(const DiscScene& scene, const Circle& circle, const cv::Rect& frame, int count,
                                     int* visible = nullptr);

} // namespace limpid
