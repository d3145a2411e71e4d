// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <array>
#include <string>
#include <string_view>

namespace limpid {

/// Which of three results is shown for a photograph: the adapted model's, that of the model it was adapted from, or the
/// photograph as it was taken.
enum class GuardChoice { Adapted, Source, Original };

/// "adapted", "source" or "original", for records.
std::string_view guardChoiceName(GuardChoice choice);

/// What decided it.
enum class GuardReason {
    Gains,             ///< The adapted model is expected to gain, and nothing speaks against it.
    NoGain,            ///< It is not expected to gain.
    LooksWorse,        ///< The quality judge finds its result worse than the source model's.
    LeavesVeil,        ///< More of the veil over the photograph is left in it than in the source model's result.
    LosesVessels,      ///< Vessels of the photograph are missing in it that the source model keeps.
    InventsVessels,    ///< It shows vessels of which the photograph has no trace, the source model's result does not.
    IrregularVessels,  ///< The structure judge refuses the vessels that it shows, and not those of the source model's.
    ImplausibleColour, ///< Its colour is none that a fundus has, the source model's is.
    OriginalLooksBest, ///< The quality judge finds the photograph as it was taken better than any restoration.
};

/// What is seen of one restoration.
struct RestorationSigns {
    double good = 0.0;              ///< The quality judge's probability, 0..1.
    double vesselRecall = 1.0;      ///< Share of the photograph's vessels that it has too.
    double vesselPrecision = 1.0;   ///< Share of its vessels that the photograph has traces of.
    std::array<double, 3> colour{}; ///< Mean red, green and blue inside the field of view, 0..1.
    double irregularity = 0.0;      ///< The structure judge's score over its threshold; 0 where it was not asked.
    double veil = 0.0;  ///< What the degradation estimator finds left of a veil, 0..1; 0 where it was not asked.
    double noise = 0.0; ///< The same of noise.
};

/// What is seen of the photograph as it was taken.
struct OriginalSigns {
    double good = 0.0; ///< As of a restoration.
    double veil = 0.0;
    double noise = 0.0;
};

/// What the guard decided for one photograph, and the numbers it went by.
struct GuardVerdict {
    GuardChoice choice = GuardChoice::Source;
    GuardReason reason = GuardReason::NoGain;
    double forecast = 0.0;     ///< dB that the adapted model is expected to gain over the source model (ImageGuard).
    double goodOriginal = 0.0; ///< The quality judge's probabilities of all three.
    double goodSource = 0.0;
    double goodAdapted = 0.0;
    double veilAdded = 0.0;  ///< By how much the adapted model leaves more of a veil than the source model, -1..1.
    double noiseAdded = 0.0; ///< The same of noise.

    /// One English sentence.
    std::string sentence() const;
};

/// Limits of the decision. Forecast (whose level is too high, see ImageGuard) and quality were chosen by looking at
/// four clinics made of CHASE_DB1, veil and noise by looking at fifteen made of four sets; the others are nets for what
/// none of them showed, wider than anything seen there.
struct GuardLimits {
    double leastForecast = 0.5;          ///< dB
    double leastNoiseRemoved = 0.006;    ///< of severity; where the adapted model removes more than that,
    double leastForecastThen = 0.0;      ///< dB that are enough
    double mostVeilAdded = 0.03;         ///< of severity
    double mostVesselLoss = 0.3;         ///< of recall
    double mostVesselsAdded = 0.3;       ///< of precision
    double mostIrregularityAdded = 0.15; ///< of the structure judge's threshold; below that threshold any
    double originalBetterBy = 0.03;      ///< of p(good)
    double colourTolerance = 0.02;       ///< by which green may be above red, or blue above green
};

/// Which result to show: the adapted model's where it is expected to gain and neither the quality judge nor a veil nor
/// the vessels nor the colour speak against it, else the source model's; the photograph itself where the quality judge
/// finds it better than that and it has no more of a veil or of noise. For fundus photographs. Ours.
GuardVerdict decideRestoration(double forecast, const OriginalSigns& original, const RestorationSigns& source,
                               const RestorationSigns& adapted, const GuardLimits& limits = {});

} // namespace limpid
