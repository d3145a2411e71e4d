// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace limpid {

/// Every constant of an adaptation. Free of LibTorch, so that windows may show it.
///
/// "Paper" marks what the overview figure or the released code of SAME fixes; "ours" what Limpid adds.
struct AdaptationConfig {
    /// Of 'gfe' and 'wide' the preset that makes pseudo-labels look more like the clinic's photographs.
    static constexpr std::string_view likest = "likest";
    /// Degradation as the degradation estimator reads it off the clinic's photographs, half of the images by `likest`
    /// (clinic_degradation.h). Limpid's form: on four clinics made of CHASE_DB1 it gained 0.1 to 0.4 dB more.
    static constexpr std::string_view fitted = "fitted";

    std::string form = "limpid"; ///< Name of the form it was made from, for records.

    int epochs = 16;
    int stepsPerEpoch = 0; ///< 0: once through the folder, but at least 20 steps.
    int batchSize = 4;     ///< Paper: 4.
    double learningRate = 1e-4;
    bool decayLearningRate =
        true;                 ///< Ours: cosine to a tenth. Otherwise constant, then linear to 0 over the last quarter.
    double emaDecay = 0.97;   ///< Teacher's decay per step.
    double imageWeight = 0.9; ///< Paper: lambda on L1 of the images.
    double structureWeight =
        0.1;                    ///< Paper: on cross-entropy of the structures (computed but not added in the release).
    double entropyWeight = 0.0; ///< Release: 1, on the student's structure entropy.

    bool perturb = true; ///< The student sees a strongly perturbed image (figure); the release does not perturb.
    bool useQualityJudge = true;   ///< Paper; commented out in the release.
    bool useStructureJudge = true; ///< Paper; not in the release.
    double qualityThreshold = 0.8; ///< Release: p(good) > 0.8 and strongest.
    /// Largest irregularity that is accepted; 0: the detector's own (95th percentile of held-out source structures).
    double structureThreshold = 0.0;

    /// Ours: how much the photograph's damage counts as evidence for the quality judge (picker.h); 0: not at all.
    double damageWeight = 0.0;

    /// Ours: a photograph that the judges find as good as its restoration is the label.
    bool trustGoodOriginals = true;

    bool redegrade = true; ///< Ours: picked pseudo-labels are degraded again and restored by the student.
    /// Preset for it and for the clinic probe, `likest` or `fitted`.
    std::string redegradation{likest};
    double redegradationWeight = 0.7; ///< Share of re-degraded pairs in the loss.
    int redegradationCandidates = 1;  ///< Above 1: of so many degradations the one most like the clinic is taken.

    /// Re-degraded images are mixed with their pseudo-labels, the degradation's share being uniform from this to 1, so
    /// that photographs which need little are not unlearnt.
    double mildestRedegradation = 0.0;

    /// Ours: where a folder holds two clearly different kinds of photographs (appearance_groups.h), both are drawn
    /// equally often, so that the smaller is not sacrificed.
    bool balanceKinds = false;

    int probeImages = 8;     ///< Most images held out as pseudo-references.
    int probeVariants = 3;   ///< Degradations of each of them.
    double leastGain = 0.05; ///< dB on the probe below which the old model stays in use.
    /// Above this unlikeness (clinic_likeness.h) the probe is not credible and nothing is adapted. Measured: 0.7 to 0.9
    /// on clinics made of CHASE_DB1 and of phantoms; 1.3 and 1.8 on two beyond reach that adapting harmed; 1.5 on CSDI.
    double mostUnlike = 1.2;
    double leastAccepted =
        0.1; ///< Share of the source model's outputs that both judges must accept, else nothing is adapted.
    /// Ours: the last teacher is used that the clinic probe finds better than the source model, else the source model.
    /// The probe is a guard and no judge of epochs: measured on clinics with references, PSNR and SSIM go on rising
    /// while the probe, of few images, goes up and down by a decibel. Paper: the last student.
    bool guardByProbe = true;
    double mostBelowBest = 1.0; ///< dB on the probe below its best by which a later teacher may lie.
    /// Ours: share of the source model's weights in the network that is used, averaged weight by weight with the kept
    /// teacher's (M. Wortsman et al., "Robust fine-tuning of zero-shot models", CVPR 2022). On two clinics with
    /// references 11 instead of 18 % and 18 instead of 21 % of the images lost, for a ninth and a seventh of the gain.
    double sourceShare = 0.25;
    /// Ours: largest L2 norm of the change of the used weights, as a share of the source weights' norm; 0 for no limit.
    /// With it, noise of the norm noiseUpdate times that limit is added (update_privacy.h).
    double clipUpdate = 0.0;
    double noiseUpdate = 0.0;
    std::uint64_t seed = 1;

    /// What Limpid runs by default: mean teacher, picker, re-degradation, the last teacher that the probe does not
    /// refuse.
    static AdaptationConfig limpid();
    /// The paper's form as far as it is known: teacher, student, picker, EMA 0.995, Adam 2e-4, no re-degradation.
    static AdaptationConfig paper();
    /// The released trainer: no picker, no perturbation, no structure term, entropy 1.
    static AdaptationConfig asReleased();
    /// "limpid", "paper" or "as-released".
    static Result<AdaptationConfig> byName(std::string_view name);

    /// How many of a clinic's `images` are held out for the clinic probe: a fifth, at least 2 and at most probeImages.
    int heldOut(int images) const;
    /// Steps of one epoch where `trained` images are learnt from.
    int stepsPerEpochOn(int trained) const;
};

} // namespace limpid
