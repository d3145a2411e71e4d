// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

namespace limpid {

/// How a network's change is explained pixel by pixel: enhanced = gain * input + offset.
struct ToneMaps {
    cv::Mat gain;   ///< CV_32F, channels of the input; smooth, within the limits, defined everywhere
    cv::Mat offset; ///< the same form; what the gain leaves, exactly, inside the mask, and continued outside
};

/// Limits and smoothness of the gains.
struct ToneFitOptions {
    double radiusShare = 0.015; ///< half side of the fitting window, as a share of the working size
    double epsilon = 5e-5;      ///< variance (range [0, 1] squared) under which a window follows its surroundings
    double smallestGain = 0.25; ///< detail is never weakened below this factor
    double largestGain = 4;     ///< nor strengthened above this one, so that noise in dark places is not blown up
};

/// Fits, channel by channel, the local affine of the guided filter (He, Sun and Tang, "Guided Image Filtering", TPAMI
/// 2013, equations 5 and 6) from `input` to `enhanced`, with three differences: windows count only pixels inside
/// `mask`; the ridge pulls the gain of a flat window to that of a window four times as wide, and that one to the whole
/// image's, instead of to zero, for a gain of zero would erase the fine detail of every flat place; and what the gain
/// does not explain stays in the offset, so that the sum is `enhanced` itself.
///
/// `input` and `enhanced` are CV_32FC1 or CV_32FC3 in [0, 1], `mask` CV_8UC1 with at least one pixel set; all the same
/// size.
ToneMaps fitTone(const cv::Mat& input, const cv::Mat& enhanced, const cv::Mat& mask, const ToneFitOptions& options);

/// Gives every pixel outside `mask` (CV_8UC1, not empty) the value of the nearest one inside; `map` is CV_32F.
void continueOutside(cv::Mat& map, const cv::Mat& mask);

} // namespace limpid
