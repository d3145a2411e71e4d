// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_ranges.h"
#include "degradation/degradation_severities.h"

#include <array>
#include <optional>
#include <vector>

namespace limpid {

/// Everything that will be done to one image, drawn but not yet applied: plain numbers, the same on every device and
/// for every image size.
struct DegradationPlan {
    std::optional<HazeParameters> haze;
    std::optional<IlluminationParameters> illumination;
    std::vector<Spot> spots;
    std::optional<BlurParameters> blur;
    std::optional<VeilParameters> veil;
    std::optional<double> darkening; ///< factor
    std::optional<NoiseParameters> noise;
    std::optional<std::array<double, 3>> cast; ///< gains of red, green, blue
    std::optional<double> gamma;               ///< exponent

    DegradationKinds kinds() const;
};

/// The main figures of a plan, 0 (or 1 for factors) where a kind is absent; for labels and run records.
struct DegradationRecord {
    DegradationKinds kinds;
    double hazeBeta = 0.0;
    double brightness = 1.0;
    double contrast = 1.0;
    double saturation = 1.0;
    double haloStrength = 0.0;
    double holeStrength = 0.0;
    double holeDiameter = 0.0; ///< share of the side
    int spots = 0;
    double blurWindowPx = 0.0; ///< mean of both directions, at 512 px
    double noiseSigma = 0.0;   ///< at mid grey
    double veil = 0.0;
    std::array<double, 3> gains{1.0, 1.0, 1.0};
    double gamma = 1.0;
    double darkening = 1.0;
    DegradationSeverities severities;
};

/// Draws what happens to one image: a mixture entry and its parameters, then the extras.
DegradationPlan drawPlan(const DegradationRanges& ranges, RandomDraws& draws);
DegradationRecord recordOf(const DegradationPlan& plan);

} // namespace limpid
