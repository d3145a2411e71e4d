// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <opencv2/core.hpp>

#include <string>

namespace limpid {

/// Where a photograph shows the eye.
struct FieldOfView {
    cv::Mat mask;          ///< CV_8UC1, 0 or 255, at the image's native size; never empty of 255
    cv::Rect bounds;       ///< the smallest rectangle around the mask, native pixels
    double confidence = 0; ///< 0..1, how sure the mask is; what it is made of: see findFieldOfView
    bool fullFrame = true; ///< the mask is the whole frame, because nothing else was found or nothing else is right
    std::string warning;   ///< one English sentence where the whole frame was taken for lack of a better mask
};

/// Below this confidence the field of view is the whole frame, with a warning.
inline constexpr double lowestFieldOfViewConfidence = 0.4;

/// Finds the bright disc of a fundus photograph and never fails silently.
///
/// The image is looked at with a long side of 512 px. The background's colour comes from the corners; several
/// thresholds between it and the disc are tried, and a circle is fitted to the outline of the largest region (without
/// the image's own border), then moved onto the steepest fall of brightness along its radii. The circle, clipped by the
/// frame and by straight cuts at the top, bottom, left or right, is the mask, so that dark rims do not bite into it. An
/// outline that is no circle but solid and well separated from a dark background is taken as it is, with a confidence
/// of at most 0.6.
///
/// Confidence is the product of three shares in 0..1: of the visible arc that has an edge, of the bright region that
/// the circle holds, and of the circle that the bright region fills. Under `lowestFieldOfViewConfidence` the result is
/// the full frame with `confidence` as measured and a warning.
///
/// A grey image (one channel, or three that are the same: OCT, ultrasound) has the whole frame with confidence 1 and no
/// warning, unless it shows an almost perfect disc on black, as an angiogram does.
///
/// Any depth and channel count of Image. Thread-safe; about 30 ms for 12 megapixels.
FieldOfView findFieldOfView(const Image& image);

/// The whole frame as field of view, for callers that know that nothing else is right (and for tests).
FieldOfView wholeFrame(cv::Size size);

} // namespace limpid
