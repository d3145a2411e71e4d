// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_kinds.h"

#include <array>

namespace limpid {

struct DegradationPlan;

/// The strongest damage of each kind that can still be met in practice: severity 1, and strength 1 of
/// DegradationRanges::ofKinds().
inline constexpr double strongestHazeBeta = 0.95;
inline constexpr double strongestHaloOrHole = 1.5;
inline constexpr double strongestSpotAmplitude = 4.0;
inline constexpr double strongestBlurSigmaPx = 40.0;
inline constexpr double strongestBlurWindowPx = 20.0; ///< half of the sigma, at 512 px
inline constexpr double strongestVeil = 0.6;
inline constexpr double strongestReadSigma = 0.12;
inline constexpr double strongestShotSigma = 0.08;

/// The kinds of damage to a fundus photograph that are graded, in the order of reports.
inline constexpr std::array<DegradationKind, 7> gradedKinds{
    DegradationKind::Haze, DegradationKind::Illumination, DegradationKind::Spots, DegradationKind::Blur,
    DegradationKind::Veil, DegradationKind::Cast,         DegradationKind::Noise};

/// How strong each kind of damage to one photograph is: 0 for none, 1 for the strongest that can be met in practice.
/// Drawn damage may lie above 1; what is estimated from an image may lie a little outside of 0..1 on either side.
struct DegradationSeverities {
    double haze = 0.0;         ///< scattered light (beta of the cataract model) over strongestHazeBeta
    double illumination = 0.0; ///< mean of the bright ring's and the dark hole's strength over strongestHaloOrHole
    double spots = 0.0;        ///< light of all spots over that of the strongest spots on average
    double blur = 0.0;         ///< mean width of the blur's window beyond one pixel over strongestBlurWindowPx
    double veil = 0.0;         ///< level over strongestVeil
    double noise = 0.0;        ///< standard deviation at mid grey over that of the strongest noise
    std::array<double, 3> logGains{}; ///< natural logarithms of the gains of red, green and blue

    /// Severity of the colour cast: how far the largest and the smallest gain lie apart; brightness alone is no cast.
    double cast() const;
    /// How damaged a photograph is in all, 0..1: 1 minus the product of what every kind but the cast leaves over. (A
    /// cast is no evidence: colours that a whole clinic shares look the same.)
    double damage() const;
    /// Of one of gradedKinds; 0 for any other kind.
    double of(DegradationKind kind) const;
};

/// The severities of what was drawn for one image.
DegradationSeverities severitiesOf(const DegradationPlan& plan);

} // namespace limpid
