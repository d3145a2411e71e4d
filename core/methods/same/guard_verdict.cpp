// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_verdict.h"

#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

/// A fundus is red before it is green, and green before it is blue.
bool isPlausible(const std::array<double, 3>& colour, double tolerance) {
    return colour[0] > colour[1] - tolerance && colour[1] > colour[2] - tolerance;
}

GuardReason againstAdapted(double forecast, const RestorationSigns& source, const RestorationSigns& adapted,
                           const GuardLimits& limits) {
    // Written so that what is no number speaks against it.
    // Less noise is a gain that can be seen; the forecast only has to agree.
    const bool lessNoise = adapted.noise < source.noise - limits.leastNoiseRemoved;
    if (!(forecast > (lessNoise ? limits.leastForecastThen : limits.leastForecast)))
        return GuardReason::NoGain;
    if (!(adapted.good >= source.good))
        return GuardReason::LooksWorse;
    if (!(adapted.veil <= source.veil + limits.mostVeilAdded))
        return GuardReason::LeavesVeil;
    if (!(adapted.vesselRecall >= source.vesselRecall - limits.mostVesselLoss))
        return GuardReason::LosesVessels;
    if (!(adapted.vesselPrecision >= source.vesselPrecision - limits.mostVesselsAdded))
        return GuardReason::InventsVessels;
    if (!(adapted.irregularity <= 1.0 || adapted.irregularity <= source.irregularity + limits.mostIrregularityAdded))
        return GuardReason::IrregularVessels;
    if (!isPlausible(adapted.colour, limits.colourTolerance) && isPlausible(source.colour, limits.colourTolerance))
        return GuardReason::ImplausibleColour;
    return GuardReason::Gains;
}

} // namespace

std::string_view guardChoiceName(GuardChoice choice) {
    switch (choice) {
    case GuardChoice::Adapted:
        return "adapted";
    case GuardChoice::Original:
        return "original";
    case GuardChoice::Source:
        break;
    }
    return "source";
}

GuardVerdict decideRestoration(double forecast, const OriginalSigns& original, const RestorationSigns& source,
                               const RestorationSigns& adapted, const GuardLimits& limits) {
    GuardVerdict verdict;
    verdict.forecast = forecast;
    verdict.goodOriginal = original.good;
    verdict.goodSource = source.good;
    verdict.goodAdapted = adapted.good;
    verdict.veilAdded = adapted.veil - source.veil;
    verdict.noiseAdded = adapted.noise - source.noise;
    verdict.reason = againstAdapted(forecast, source, adapted, limits);
    verdict.choice = verdict.reason == GuardReason::Gains ? GuardChoice::Adapted : GuardChoice::Source;
    const auto& chosen = verdict.choice == GuardChoice::Adapted ? adapted : source;
    if (original.good > chosen.good + limits.originalBetterBy && original.veil <= chosen.veil + limits.mostVeilAdded &&
        original.noise <= chosen.noise + limits.leastNoiseRemoved) {
        verdict.choice = GuardChoice::Original;
        verdict.reason = GuardReason::OriginalLooksBest;
    }
    return verdict;
}

std::string GuardVerdict::sentence() const {
    switch (reason) {
    case GuardReason::Gains:
        return fmt::format("The adapted model is expected to gain {:+.1f} dB here.", forecast);
    case GuardReason::NoGain:
        return fmt::format("What the adapted model is expected to gain here is too little to be sure of ({:+.1f} dB), "
                           "so the source model's result is used.",
                           forecast);
    case GuardReason::LooksWorse:
        return fmt::format("The quality judge finds the adapted model's result worse (good {:.2f} instead of {:.2f}), "
                           "so the source model's is used.",
                           goodAdapted, goodSource);
    case GuardReason::LeavesVeil:
        return fmt::format("More of the veil of stray light is left in the adapted model's result ({:+.0f} %), so "
                           "the source model's is used.",
                           100.0 * veilAdded);
    case GuardReason::LosesVessels:
        return "Vessels of the photograph are missing in the adapted model's result, so the source model's is used.";
    case GuardReason::InventsVessels:
        return "The adapted model's result shows vessels without a trace in the photograph, so the source model's is "
               "used.";
    case GuardReason::IrregularVessels:
        return "The structure judge finds the vessels in the adapted model's result irregular, so the source model's "
               "is used.";
    case GuardReason::ImplausibleColour:
        return "The colour of the adapted model's result is none that a fundus has, so the source model's is used.";
    case GuardReason::OriginalLooksBest:
        break;
    }
    return fmt::format("The quality judge finds the photograph as it was taken better than its restoration (good "
                       "{:.2f}), so it is left as it is.",
                       goodOriginal);
}

} // namespace limpid
