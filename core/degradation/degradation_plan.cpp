// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_plan.h"

#include <cmath>

namespace limpid {

namespace {

DegradationKinds drawEntry(const std::vector<MixtureEntry>& mixture, RandomDraws& draws) {
    double total = 0.0;
    for (const MixtureEntry& entry : mixture)
        total += entry.weight;
    double left = draws.uniform() * total;
    for (const MixtureEntry& entry : mixture) {
        left -= entry.weight;
        if (left < 0.0)
            return entry.kinds;
    }
    return mixture.empty() ? DegradationKinds() : mixture.back().kinds;
}

} // namespace

DegradationKinds DegradationPlan::kinds() const {
    DegradationKinds kinds;
    const auto addIf = [&](bool present, DegradationKind kind) {
        if (present)
            kinds.add(kind);
    };
    addIf(haze.has_value(), DegradationKind::Haze);
    addIf(illumination.has_value(), DegradationKind::Illumination);
    addIf(!spots.empty(), DegradationKind::Spots);
    addIf(blur.has_value(), DegradationKind::Blur);
    addIf(veil.has_value(), DegradationKind::Veil);
    addIf(darkening.has_value(), DegradationKind::Darkening);
    addIf(noise.has_value(), DegradationKind::Noise);
    addIf(cast.has_value(), DegradationKind::Cast);
    addIf(gamma.has_value(), DegradationKind::Gamma);
    return kinds;
}

DegradationPlan drawPlan(const DegradationRanges& ranges, RandomDraws& draws) {
    DegradationPlan plan;
    if (draws.chance(ranges.untouchedProbability))
        return plan;
    const DegradationKinds kinds = drawEntry(ranges.mixture, draws);
    const auto wanted = [&](DegradationKind kind, double probability) {
        return kinds.has(kind) || (probability > 0.0 && draws.chance(probability));
    };
    if (kinds.has(DegradationKind::Haze))
        plan.haze = drawHaze(ranges.haze, draws);
    if (kinds.has(DegradationKind::Illumination))
        plan.illumination = drawIllumination(ranges.illumination, draws);
    if (kinds.has(DegradationKind::Spots))
        plan.spots = drawSpots(ranges.spots, draws);
    if (kinds.has(DegradationKind::Blur))
        plan.blur = drawBlur(ranges.blur, draws);
    if (wanted(DegradationKind::Veil, ranges.extras.veil))
        plan.veil = drawVeil(ranges.veil, draws);
    if (wanted(DegradationKind::Darkening, ranges.extras.darkening))
        plan.darkening = draws.uniform(ranges.darkening);
    if (wanted(DegradationKind::Noise, ranges.extras.noise))
        plan.noise = drawNoise(ranges.noise, draws);
    if (wanted(DegradationKind::Cast, ranges.extras.cast))
        plan.cast = drawCast(ranges.cast, draws);
    if (wanted(DegradationKind::Gamma, ranges.extras.gamma))
        plan.gamma = draws.uniform(ranges.gamma);
    return plan;
}

DegradationRecord recordOf(const DegradationPlan& plan) {
    DegradationRecord record;
    record.kinds = plan.kinds();
    if (plan.haze)
        record.hazeBeta = plan.haze->beta;
    if (plan.illumination) {
        record.brightness = plan.illumination->brightness;
        record.contrast = plan.illumination->contrast;
        record.saturation = plan.illumination->saturation;
        record.haloStrength = plan.illumination->halo.strength;
        record.holeStrength = plan.illumination->hole.strength;
        record.holeDiameter = plan.illumination->hole.strength > 0.0 ? plan.illumination->hole.diameter : 0.0;
    }
    record.spots = static_cast<int>(plan.spots.size());
    if (plan.blur)
        record.blurWindowPx = (plan.blur->windowXPx + plan.blur->windowYPx) / 2.0;
    if (plan.noise)
        record.noiseSigma = std::sqrt(plan.noise->readSigma * plan.noise->readSigma +
                                      plan.noise->shotSigma * plan.noise->shotSigma * 0.5);
    if (plan.veil)
        record.veil = plan.veil->level;
    record.gains = plan.cast.value_or(record.gains);
    record.gamma = plan.gamma.value_or(1.0);
    record.darkening = plan.darkening.value_or(1.0);
    record.severities = severitiesOf(plan);
    return record;
}

} // namespace limpid
