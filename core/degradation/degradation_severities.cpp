// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_severities.h"

#include "degradation/degradation_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {

namespace {

/// Of spots of strongestSpotAmplitude and otherwise cofe-Net's ranges: added light times area, summed over the spots,
/// on average, as a share of the image's square.
constexpr double strongestSpotLight = 4.6e-3;
/// One channel at three tenths of another.
constexpr double strongestLogCast = 1.2;

/// Standard deviation at mid grey.
double midGreySigma(double readSigma, double shotSigma) {
    return std::sqrt(readSigma * readSigma + 0.5 * shotSigma * shotSigma);
}

} // namespace

double DegradationSeverities::cast() const {
    const auto [low, high] = std::minmax_element(logGains.begin(), logGains.end());
    return (*high - *low) / strongestLogCast;
}

double DegradationSeverities::damage() const {
    double sound = 1.0;
    for (const double severity : {haze, illumination, spots, blur, veil, noise})
        sound *= 1.0 - std::clamp(severity, 0.0, 1.0);
    return 1.0 - sound;
}

double DegradationSeverities::of(DegradationKind kind) const {
    switch (kind) {
    case DegradationKind::Haze:
        return haze;
    case DegradationKind::Illumination:
        return illumination;
    case DegradationKind::Spots:
        return spots;
    case DegradationKind::Blur:
        return blur;
    case DegradationKind::Veil:
        return veil;
    case DegradationKind::Cast:
        return cast();
    case DegradationKind::Noise:
        return noise;
    default:
        return 0.0;
    }
}

DegradationSeverities severitiesOf(const DegradationPlan& plan) {
    DegradationSeverities severities;
    if (plan.haze)
        severities.haze = plan.haze->beta / strongestHazeBeta;
    if (plan.illumination) {
        const auto& light = *plan.illumination;
        severities.illumination = (light.halo.strength + light.hole.strength) / 2.0 / strongestHaloOrHole;
    }
    for (const Spot& spot : plan.spots)
        severities.spots += spot.light * std::numbers::pi * spot.radius * spot.radius / strongestSpotLight;
    if (plan.blur)
        severities.blur = ((plan.blur->windowXPx + plan.blur->windowYPx) / 2.0 - 1.0) / strongestBlurWindowPx;
    if (plan.veil)
        severities.veil = plan.veil->level / strongestVeil;
    if (plan.noise)
        severities.noise = midGreySigma(plan.noise->readSigma, plan.noise->shotSigma) /
                           midGreySigma(strongestReadSigma, strongestShotSigma);
    if (plan.cast) {
        for (std::size_t channel = 0; channel < 3; ++channel)
            severities.logGains[channel] = std::log(std::max((*plan.cast)[channel], 1e-3));
    }
    return severities;
}

} // namespace limpid
