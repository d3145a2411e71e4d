// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace limpid {

/// A circle in pixels, the centre at sub-pixel precision; (0, 0) is the middle of the first pixel.
struct Circle {
    double x = 0;
    double y = 0;
    double radius = 0;

    /// How far a point lies outside (positive) or inside (negative) the circle, in pixels.
    double distanceTo(const cv::Point2d& point) const;
};

/// Which circles are believable, in pixels.
struct CircleBounds {
    double smallestRadius = 1;
    double largestRadius = 1e9;
    double tolerance = 1.5; ///< points this near to the circle count as lying on it
};

/// The circle through three points; nothing where they lie on one line.
std::optional<Circle> circleThrough(const cv::Point2d& a, const cv::Point2d& b, const cv::Point2d& c);

/// The circle that most of `points` lie on, whatever the others do: random triples (fixed seed, so the same points give
/// the same circle), then `refineCircle`. Nothing where no believable circle holds at least a tenth of the points.
std::optional<Circle> fitCircle(const std::vector<cv::Point2d>& points, const CircleBounds& bounds);

/// Geometric least squares from a first guess (Gauss-Newton on the distances) with Tukey's biweight, so that points
/// further than three tolerances have no say. Returns the guess where the points do not determine a circle.
Circle refineCircle(const std::vector<cv::Point2d>& points, const Circle& guess, const CircleBounds& bounds);

} // namespace limpid
