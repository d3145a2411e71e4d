// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/label_review.h"

#include <cstdint>
#include <functional>
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
};

/// Which network of a run is put to use.
enum class AdaptationChoice { SourceKept, Student, Teacher };

/// How a run ended.
struct AdaptationSummary {
    AdaptationChoice choice = AdaptationChoice::SourceKept;
    std::string reason; ///< One English sentence: why this network.
    int keptEpoch = 0;  ///< Whose network was chosen; 0 for the source model.
    ProbeScores source; ///< The source model on the clinic probe.
    ProbeScores kept;   ///< The chosen network on it.
    std::vector<AdaptationEpoch> epochs;
    int images = 0; ///< Of the clinic, without the probe.
    int probeImages = 0;
    int probeOriginals = 0;       ///< Pseudo-references of the probe that are photographs themselves.
    std::string redegradation;    ///< Degradation preset of the clinic probe and of re-degradation.
    double unlikeness = 0.0;      ///< How badly what it makes passes for photographs of the clinic (clinic_likeness.h).
    double acceptedAtStart = 0.0; ///< Share of the source model's outputs that the picker accepts.
    bool stopped = false;
    double seconds = 0.0;
};

/// Called in the adapting thread; must return quickly. Each may be empty.
struct AdaptationListener {
    std::function<void(const AdaptationStep&)> onStep;
    std::function<void(const AdaptationEpoch&)> onEpoch;
    /// Before the epoch is told of: the pseudo-labels of the clinic's images as they are now. Costs a pass over at most
    /// 48 of them, and nothing where it is empty.
    std::function<void(const std::vector<LabelReview>&)> onReview;
    std::function<void()> onPaused; ///< The run holds still now, as AdaptationControl asked.
};

} // namespace limpid
