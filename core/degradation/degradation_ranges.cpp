// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/degradation_ranges.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace limpid {

namespace {

using Kind = DegradationKind;

/// cofe-Net's seven non-empty combinations of three kinds.
std::vector<MixtureEntry> sevenCombinations() {
    return {{{Kind::Illumination}},
            {{Kind::Spots}},
            {{Kind::Blur}},
            {{Kind::Illumination, Kind::Spots}},
            {{Kind::Illumination, Kind::Blur}},
            {{Kind::Spots, Kind::Blur}},
            {{Kind::Illumination, Kind::Spots, Kind::Blur}}};
}

using Factory = DegradationRanges (*)();
constexpr std::array<std::pair<std::string_view, Factory>, 8> presets{{
    {"wide", &DegradationRanges::wide},
    {"gfe", &DegradationRanges::gfe},
    {"gfe-intended", &DegradationRanges::gfeIntended},
    {"cofe", &DegradationRanges::cofe},
    {"clinic-other-strengths", &DegradationRanges::clinicOtherStrengths},
    {"beyond-reach", &DegradationRanges::beyondReach},
    {"strong-photometric", &DegradationRanges::strongPhotometric},
    {"every-strength", &DegradationRanges::everyStrength},
}};

/// "'x' is none of known". Appended piece by piece: GCC 12 warns wrongly about literal + std::string.
std::string noneOf(std::string_view name, std::string_view known) {
    std::string text(1, '\'');
    text.append(name).append("' is none of ").append(known);
    return text;
}

/// The interval [at(strength.low), at(strength.high)] of a value that moves linearly from `none` to `strongest`.
DrawRange along(const DrawRange& strength, double none, double strongest) {
    return {none + (strongest - none) * strength.low, none + (strongest - none) * strength.high};
}

} // namespace

DegradationRanges DegradationRanges::gfe() {
    DegradationRanges ranges;
    ranges.name = "gfe";
    ranges.mixture = sevenCombinations();
    ranges.mixture.push_back({{Kind::Haze}, 2.0});
    ranges.illumination.brightness = {0.5, 1.4};
    ranges.illumination.contrast = {0.5, 1.5};
    ranges.illumination.saturation = {0.5, 1.5};
    return ranges;
}

DegradationRanges DegradationRanges::gfeIntended() {
    DegradationRanges ranges = gfe();
    ranges.name = "gfe-intended";
    ranges.illumination.holeDiameter = {0.5, 0.8};
    ranges.blur.sigmaPx = {5.0, 35.0};
    return ranges;
}

DegradationRanges DegradationRanges::cofe() {
    DegradationRanges ranges;
    ranges.name = "cofe";
    ranges.mixture = sevenCombinations();
    return ranges;
}

DegradationRanges DegradationRanges::wide() {
    DegradationRanges ranges = gfe();
    ranges.name = "wide";
    // How a photograph was meant to look cannot be seen in it: casts must be met to be known, and stay the smaller
    // half, or the network learns to pull every eye towards the mean colour.
    ranges.extras.noise = 0.5;
    ranges.extras.cast = 0.4;
    ranges.extras.gamma = 0.2;
    ranges.extras.veil = 0.4;
    ranges.gamma = {0.75, 1.4};
    ranges.cast = {{0.7, 1.3}, {0.78, 1.2}, {0.65, 1.5}};
    ranges.untouchedProbability = 0.05;
    return ranges;
}

DegradationRanges DegradationRanges::clinicOtherStrengths() {
    DegradationRanges ranges = gfe();
    ranges.name = "clinic-other-strengths";
    ranges.haze.beta = {0.8, 1.0};
    ranges.haze.alpha = {0.7, 0.8};
    ranges.haze.smallestWindowPx = 5;
    ranges.haze.largestWindowPx = 11;
    ranges.illumination.holeDiameter = {0.25, 0.4};
    ranges.illumination.holeStrength = {1.1, 1.3};
    ranges.blur.sigmaPx = {14.0, 24.0};
    ranges.extras.cast = 0.7;
    ranges.cast = {{0.9, 1.1}, {0.9, 1.1}, {0.85, 1.15}};
    return ranges;
}

DegradationRanges DegradationRanges::beyondReach() {
    DegradationRanges ranges;
    ranges.name = "beyond-reach";
    ranges.mixture = {{{Kind::Blur}}};
    ranges.blur.sigmaPx = {8.0, 16.0};
    ranges.extras.cast = 1.0;
    ranges.extras.veil = 1.0;
    ranges.extras.noise = 1.0;
    ranges.cast = {{0.7, 0.8}, {1.0, 1.15}, {1.3, 1.6}};
    ranges.veil.level = {0.1, 0.2};
    ranges.noise.readSigma = {0.03, 0.05};
    ranges.noise.shotSigma = {0.02, 0.04};
    return ranges;
}

DegradationRanges DegradationRanges::strongPhotometric() {
    DegradationRanges ranges;
    ranges.name = "strong-photometric";
    ranges.mixture = {{{Kind::Illumination, Kind::Blur}}};
    ranges.illumination.brightness = {0.7, 1.3};
    ranges.illumination.contrast = {0.7, 1.3};
    ranges.illumination.saturation = {0.7, 1.3};
    ranges.illumination.haloProbability = 0.0;
    ranges.illumination.holeProbability = 0.0;
    ranges.blur.sigmaPx = {0.0, 4.0};
    ranges.blur.windowPerSigma = {6.0, 6.0};
    ranges.extras.noise = 1.0;
    ranges.noise = {{0.0, 0.1}, {0.0, 0.0}, {0.0, 0.0}};
    return ranges;
}

DegradationRanges DegradationRanges::ofKinds(const DegradationKinds& kinds, const DrawRange& strength) {
    const auto inverted = [&](double strongest) {
        const DrawRange range = along(strength, 1.0, strongest);
        return DrawRange{range.high, range.low};
    };
    DegradationRanges ranges;
    ranges.name = "kinds:" + kinds.describe();
    ranges.mixture = {{kinds}};
    ranges.haze.alpha = inverted(0.75);
    ranges.haze.beta = along(strength, 0.0, strongestHazeBeta);
    ranges.haze.smallestWindowPx = 1 + 2 * static_cast<int>(5.0 * strength.low);
    ranges.haze.largestWindowPx = 1 + 2 * static_cast<int>(5.0 * strength.high);
    ranges.haze.contrast = ranges.haze.brightness = ranges.haze.saturation = {1.0, 1.0};
    ranges.illumination.brightness = inverted(0.6);
    ranges.illumination.contrast = inverted(0.5);
    ranges.illumination.saturation = inverted(0.5);
    ranges.illumination.haloStrength = along(strength, 0.0, strongestHaloOrHole);
    ranges.illumination.holeStrength = along(strength, 0.0, strongestHaloOrHole);
    ranges.spots.amplitude = along(strength, 0.0, strongestSpotAmplitude);
    ranges.blur.sigmaPx = along(strength, 0.0, strongestBlurSigmaPx);
    ranges.blur.windowPerSigma = {0.5, 0.5};
    ranges.noise.readSigma = along(strength, 0.0, strongestReadSigma);
    ranges.noise.shotSigma = along(strength, 0.0, strongestShotSigma);
    ranges.cast = {{1.0, 1.0}, inverted(0.7), inverted(0.3)};
    ranges.veil.level = along(strength, 0.0, strongestVeil);
    ranges.gamma = along(strength, 1.0, 2.2);
    ranges.darkening = inverted(0.25);
    return ranges;
}

DegradationRanges DegradationRanges::ofSeverities(const DegradationSeverities& severities) {
    constexpr double least = 0.03;
    const auto fixed = [](double severity, double strongest) {
        return DrawRange{severity * strongest, severity * strongest};
    };
    DegradationKinds kinds;
    for (const Kind kind : gradedKinds) {
        if (severities.of(kind) >= least)
            kinds.add(kind);
    }
    // what no severity says is drawn as GFE-Net draws it, the illumination's colour in proportion to its strength
    DegradationRanges ranges = gfe();
    ranges.name = "severities";
    ranges.mixture = {{kinds}};
    ranges.haze.beta = fixed(severities.haze, strongestHazeBeta);
    const double light = severities.illumination * strongestHaloOrHole;
    const double change = std::min(light, 1.0);
    ranges.illumination.brightness = {1.0 - 0.5 * change, 1.0 + 0.4 * change};
    ranges.illumination.contrast = ranges.illumination.saturation = {1.0 - 0.5 * change, 1.0 + 0.5 * change};
    ranges.illumination.haloStrength = ranges.illumination.holeStrength = {light, light};
    ranges.spots.amplitude = fixed(severities.spots, strongestSpotAmplitude);
    // the window's two sides are drawn as whole odd numbers from here, their mean being the severity's
    const double window = 1.0 + severities.blur * strongestBlurWindowPx;
    ranges.blur.sigmaPx = {2.0 * window, 2.0 * window};
    ranges.blur.windowPerSigma = {0.45, 0.5};
    ranges.noise.readSigma = fixed(severities.noise, strongestReadSigma);
    ranges.noise.shotSigma = fixed(severities.noise, strongestShotSigma);
    ranges.veil.level = fixed(severities.veil, strongestVeil);
    const auto gain = [&](std::size_t channel) {
        const double factor = std::exp(severities.logGains[channel]);
        return DrawRange{factor, factor};
    };
    ranges.cast = {gain(0), gain(1), gain(2)};
    return ranges;
}

DegradationRanges DegradationRanges::everyStrength() {
    constexpr double share = 0.4;
    constexpr std::array<Kind, 4> optical{Kind::Haze, Kind::Illumination, Kind::Spots, Kind::Blur};
    DegradationRanges ranges = ofKinds({}, {0.0, 1.0});
    ranges.name = "every-strength";
    ranges.mixture.clear();
    for (unsigned set = 0; set < 1U << optical.size(); ++set) {
        MixtureEntry entry;
        for (std::size_t index = 0; index < optical.size(); ++index) {
            const bool present = (set >> index & 1U) != 0;
            entry.weight *= present ? share : 1.0 - share;
            if (present)
                entry.kinds.add(optical[index]);
        }
        ranges.mixture.push_back(entry);
    }
    ranges.extras = {.noise = 0.5, .cast = 0.5, .veil = share, .gamma = 0.2, .darkening = 0.15};
    ranges.haze.contrast = ranges.haze.saturation = {0.9, 1.3};
    ranges.illumination.brightness = {0.5, 1.4};
    ranges.illumination.contrast = ranges.illumination.saturation = {0.5, 1.5};
    ranges.illumination.holeDiameter = {0.25, 0.7};
    ranges.blur.windowPerSigma = {0.33, 0.5};
    // the upper half of these scales is rare in practice, and the lower half is harder to read
    ranges.noise.readSigma.high = 0.07;
    ranges.noise.shotSigma.high = 0.05;
    ranges.veil.level.high = 0.45;
    ranges.cast = {{0.7, 1.4}, {0.7, 1.3}, {0.6, 1.6}};
    ranges.gamma = {0.75, 1.4};
    ranges.darkening = {0.6, 0.95};
    return ranges;
}

std::vector<std::string> degradationPresetNames() {
    std::vector<std::string> names;
    for (const auto& [name, factory] : presets)
        names.emplace_back(name);
    return names;
}

Result<DegradationRanges> degradationPreset(std::string_view name) {
    std::string known;
    for (const auto& [preset, factory] : presets) {
        if (preset == name)
            return factory();
        known += known.empty() ? "" : ", ";
        known += preset;
    }
    return fail(ErrorCode::InvalidArgument, {"degradation preset", noneOf(name, known)});
}

Result<DegradationKinds> parseDegradationKinds(std::string_view list) {
    DegradationKinds kinds;
    while (!list.empty()) {
        const std::size_t comma = list.find(',');
        const std::string_view name = list.substr(0, comma);
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
        const std::optional<Kind> kind = kindOfName(name);
        if (!kind || *kind == Kind::Attenuation || *kind == Kind::Shadow)
            return fail(ErrorCode::InvalidArgument,
                        {"kind", noneOf(name, "haze, illumination, spots, blur, noise, cast, veil, gamma, darkening")});
        kinds.add(*kind);
    }
    if (kinds.empty())
        return fail(ErrorCode::InvalidArgument, {"kind", "the list is empty"});
    return kinds;
}

} // namespace limpid
