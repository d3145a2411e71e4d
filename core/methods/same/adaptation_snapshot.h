// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/label_review.h"
#include "methods/same/probe_comparison.h"

#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <vector>

namespace limpid {

/// Mean PSNR (dB) and SSIM of a network on something.
struct ProbeScores {
    double psnr = 0.0;
    double ssim = 0.0;
};

/// What is known after one step of an adaptation. Immutable; free of LibTorch.
struct AdaptationStep {
    std::int64_t step = 0; ///< From 1.
    std::int64_t totalSteps = 0;
    int epoch = 0;     ///< From 1.
    double loss = 0.0; ///< NaN where the step was skipped because nothing was picked.
    double imageLoss = 0.0;
    double structureLoss = 0.0;
    double redegradationLoss = 0.0;
    int judged = 0;       ///< Pseudo-labels of this step.
    int accepted = 0;     ///< Of these, picked.
    double seconds = 0.0; ///< Since the run began.
};

/// What is known after one epoch.
struct AdaptationEpoch {
    int epoch = 0; ///< From 1; 0 stands for the source model before the first step.
    std::int64_t step = 0;
    double loss = 0.0;     ///< Mean over the epoch's steps that were not skipped.
    double accepted = 0.0; ///< Share of pseudo-labels picked.
    ProbeScores student;   ///< On the clinic probe.
    ProbeScores teacher;
    bool kept = false; ///< If the run ended here, this epoch's network would be used.
    double seconds = 0.0;
    /// How closely the student's restorations of the clinic probe follow the teacher's; NaN for epoch 0.
    ProbeScores agreement{std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::quiet_NaN()};
    /// Spread of the teacher's restorations of the clinic probe (standard deviation inside the field of view), relative
    /// to that of the source model's: near 1; NaN for epoch 0.
    double contrast = std::numeric_limits<double>::quiet_NaN();
    /// PSNR, dB, of the teacher's restorations of the clinic probe against the source model's; NaN for epoch 0.
    double likeness = std::numeric_limits<double>::quiet_NaN();
};

/// Which network of a run is put to use.
enum class AdaptationChoice { SourceKept, Student, Teacher };

/// Why it is that one.
enum class AdaptationVerdict {
    LastStudent,   ///< The paper's protocol: the last student, whatever the probe says.
    BetterTeacher, ///< The clinic probe finds it better than the source model.
    NoGain,        ///< The clinic probe saw no gain worth having: the source model stays.
    FewAccepted,   ///< The judges accept too little of what the source model makes: nothing was learnt.
    NothingAlike,  ///< No known degradation makes images like the clinic's: nothing was learnt.
    AcceptsNoMore, ///< The run ended early: the judges accepted next to no pseudo-label any more.
    BecameFlat,    ///< Likewise: the restorations became flat.
    DriftedAway,   ///< Likewise: the restorations had gone far from the source model's.
    LeavesVeil,    ///< More of a veil is left in the photographs than the source model leaves: it stays.
    LeavesNoise,   ///< Likewise of noise.
};

/// How a run ended.
struct AdaptationSummary {
    AdaptationChoice choice = AdaptationChoice::SourceKept;
    AdaptationVerdict verdict = AdaptationVerdict::NoGain;
    std::string reason; ///< The verdict as one English sentence.
    double gain = 0.0;  ///< dB on the probe above the source model: of the chosen network, or the best where none was.
    int keptEpoch = 0;  ///< Whose network was chosen; 0 for the source model.
    ProbeScores source; ///< The source model on the clinic probe.
    ProbeScores kept;   ///< The chosen network on it.
    std::vector<AdaptationEpoch> epochs;
    int images = 0; ///< Of the clinic, without the probe.
    int probeImages = 0;
    int otherKind = 0; ///< Images of a smaller, clearly different kind in the folder (appearance_groups.h); 0: none.
    int probeOriginals = 0;    ///< Pseudo-references of the probe that are photographs themselves.
    std::string redegradation; ///< Degradation preset of the clinic probe and of re-degradation.
    double unlikeness = 0.0;   ///< How badly what it makes passes for photographs of the clinic (clinic_likeness.h).
    double updateNorm = 0.0;   ///< L2 norm of the change of the used weights, before it was limited, over the source's.
    double acceptedAtStart = 0.0; ///< Share of the source model's outputs that the picker accepts.
    bool stopped = false;
    double seconds = 0.0;
};

/// Called in the adapting thread; must return quickly. Each may be empty.
struct AdaptationListener {
    /// Pseudo-labels that onReview is told of, at most.
    static constexpr int mostReviewed = 48;

    std::function<void(const AdaptationStep&)> onStep;
    std::function<void(const AdaptationEpoch&)> onEpoch;
    /// Before the epoch is told of: the pseudo-labels of the clinic's images as they are now. Costs a pass over at most
    /// mostReviewed of them, and nothing where it is empty.
    std::function<void(const std::vector<LabelReview>&)> onReview;
    /// At the end, where another network than the source model is chosen: the clinic probe's held-out images before and
    /// after. Costs two passes over them, and nothing where it is empty.
    std::function<void(const std::vector<ProbeComparison>&)> onComparison;
    std::function<void()> onPaused; ///< The run holds still now, as AdaptationControl asked.
};

} // namespace limpid
