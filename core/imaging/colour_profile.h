// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <span>
#include <string>

namespace limpid {

/// What became of an embedded colour profile.
struct ProfileConversion {
    /// True if the pixels were changed. A profile that is sRGB already leaves them exactly as they are.
    bool converted = false;
    /// Why the profile could not be used, as an English sentence; empty if all is well.
    std::string warning;
};

/// Turns pixels (CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3, RGB order) from the colour space of an ICC profile (ICC.1)
/// into sRGB, in place, with the relative colorimetric intent and black point compensation. Grey pixels want a grey
/// profile and stay grey, with sRGB's tone curve. Never fails: a profile that is broken or does not fit leaves the
/// pixels alone and says so. May be called from any number of threads.
ProfileConversion convertToSrgb(cv::Mat& pixels, std::span<const std::uint8_t> profile);

} // namespace limpid
