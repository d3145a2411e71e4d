// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/cataract_haze.h"
#include "degradation/degradation_kinds.h"
#include "degradation/degradation_severities.h"
#include "degradation/illumination.h"
#include "degradation/optical_blur.h"
#include "degradation/photometric.h"
#include "degradation/sensor_noise.h"
#include "degradation/spots.h"
#include "task/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// One entry of a mixture: these kinds together, with this weight against the other entries.
struct MixtureEntry {
    DegradationKinds kinds;
    double weight = 1.0;
};

/// Probabilities of the extras that are drawn on top of the mixture, each for itself.
struct ExtraProbabilities {
    double noise = 0.0;
    double cast = 0.0;
    double veil = 0.0;
    double gamma = 0.0;
    double darkening = 0.0;
};

/// What the degradations of a fundus photograph are drawn from. Plain data: presets are starting points.
struct DegradationRanges {
    std::string name;                  ///< the preset's, for run records
    std::vector<MixtureEntry> mixture; ///< exactly one entry is drawn per image; empty: none
    ExtraProbabilities extras;
    double untouchedProbability = 0.0; ///< share of images that stay as they are
    HazeRanges haze;
    IlluminationRanges illumination;
    SpotRanges spots;
    BlurRanges blur;
    NoiseRanges noise;
    CastRanges cast;
    VeilRanges veil;
    DrawRange gamma{0.6, 1.6};
    DrawRange darkening{0.4, 0.9};

    /// GFE-Net's mixture as its published script effectively draws it (Li et al., Medical Image Analysis 90:102945,
    /// 2023): nine entries of equal weight, two of them cataract; hole 0.4..0.7, blur sigma 5..15.
    static DegradationRanges gfe();
    /// The same with the ranges that script means to use but passes into unused arguments: hole 0.5..0.8 of the width,
    /// blur sigma 5..35.
    static DegradationRanges gfeIntended();
    /// cofe-Net's seven combinations of illumination, spots and blur (Shen et al., IEEE TMI 40(3), 2021).
    static DegradationRanges cofe();
    /// gfe() plus noise, colour gains, gamma and veil, and one image in twenty untouched: the domain the shipped
    /// source model is trained on.
    static DegradationRanges wide();
    /// A clinic of the same family at other strengths than gfe() and wide() train on: denser haze, more blur,
    /// smaller and deeper holes, a mild cast. For evaluation.
    static DegradationRanges clinicOtherStrengths();
    /// A clinic outside of every training preset: strong colour cast, veil and noise, mild blur; the input is about 15
    /// dB. For evaluation.
    static DegradationRanges beyondReach();
    /// The student's perturbation in an adaptation: colour 0.7..1.3, Gaussian blur up to sigma 2 at 256 px, noise of
    /// variance up to 0.01. Geometry stays. Our reconstruction: the paper's own perturbation is not published.
    static DegradationRanges strongPhotometric();
    /// Every image gets all of `kinds`, each at a strength drawn from `strength`: 0 leaves the image as it is, 1 is the
    /// strongest that can still be met in practice; the strength moves every parameter of the kind along its scale.
    static DegradationRanges ofKinds(const DegradationKinds& kinds, const DrawRange& strength);
    /// Damage of these severities: what is drawn from them has them (spots: on average), at random places and with the
    /// papers' variation of everything else. Kinds below a severity of 0.03 and gains within 3 % of each other are left
    /// out.
    static DegradationRanges ofSeverities(const DegradationSeverities& severities);
    /// Every kind for itself, in two images of five, at any strength: what the degradation estimator is trained on.
    static DegradationRanges everyStrength();
};

/// The names that degradationPreset() knows, in the order in which help texts list them.
std::vector<std::string> degradationPresetNames();
/// A preset by name ("gfe", "gfe-intended", "cofe", "wide", "clinic-other-strengths", "beyond-reach",
/// "strong-photometric", "every-strength"); InvalidArgument otherwise.
Result<DegradationRanges> degradationPreset(std::string_view name);
/// The kinds of a comma-separated list such as "haze,blur"; InvalidArgument for an empty list and for what a fundus
/// photograph does not have.
Result<DegradationKinds> parseDegradationKinds(std::string_view list);

} // namespace limpid
