// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/portable_random.h"

#include <array>

#include <opencv2/core.hpp>

namespace limpid {

/// The colour a camera gives to a skin; each imitates one public set of photographs.
enum class FundusTint {
    Scarlet,   ///< like HRF
    Umber,     ///< like FIVES
    Vermilion, ///< like CHASE_DB1
    Amber,     ///< like IDRiD
    Straw      ///< like cataract photographs
};

inline constexpr std::array kFundusTints{FundusTint::Scarlet, FundusTint::Umber, FundusTint::Vermilion,
                                         FundusTint::Amber, FundusTint::Straw};

/// Mean colours inside the field of view as measured over the imitated set, RGB, 0 to 255.
struct TintStatistics {
    cv::Vec3d mean;
    cv::Vec3d deviation;
    cv::Vec3d lowest;
    cv::Vec3d highest;
    double greenToRed;
    double greenToRedDeviation;
    double blueToRed;
    double blueToRedDeviation;
    double haze; ///< share of stray light, judged by eye
};

const TintStatistics& tintStatistics(FundusTint tint);

/// Draws the mean colour of one photograph, RGB, 0 to 255, inside the measured range.
cv::Vec3d drawMeanColour(FundusTint tint, PortableRandom& random);

} // namespace limpid
