// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/device.h"
#include "inference/run_picture.h"
#include "methods/same/adaptation_config.h"
#include "methods/same/adaptation_control.h"
#include "methods/same/adaptation_snapshot.h"
#include "methods/same/guard_verdict.h"
#include "methods/same/pick_decision.h"
#include "storage/model_card.h"
#include "task/progress.h"
#include "task/result.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace limpid {

struct FolderAdaptationOutcome;

/// What to adapt to what.
struct FolderAdaptationRequest {
    std::filesystem::path folder;       ///< The clinic's photographs; only read.
    std::filesystem::path model;        ///< The model to start from; only read.
    std::filesystem::path qualityJudge; ///< The picker's two judges.
    std::filesystem::path structureJudge;
    std::filesystem::path degradationEstimator;      ///< Needed where the redegradation is fitted to the clinic.
    std::optional<std::filesystem::path> references; ///< Good versions of the same stems, for evaluation only.
    std::filesystem::path output;                    ///< The adapted model to write, replaced if it exists.
    std::string clinic;                              ///< The clinic's name, for the card.
    std::string modality = "fundus";
    int workingSize = 256;
    DeviceChoice device;
    AdaptationConfig config;
    /// Where the run keeps what it needs to go on after a crash: written after every epoch, removed when the run has
    /// ended. Empty: nowhere. An older run's state is replaced by the first finished epoch.
    std::filesystem::path state;
    /// Called when the run has ended and its model is written, before `state` is removed: a run that is killed here is
    /// gone on with, so what this keeps is never missing. A failure ends the run with it. May be empty.
    std::function<Result<void>(const FolderAdaptationOutcome&)> keepOutcome;
    AdaptationControl* control = nullptr; ///< What the run obeys while it runs; must outlive it. May be null.
    /// Go on from `state`. Its configuration, its model and its working size then count, not those of the request.
    bool resume = false;
};

/// One image measured against its reference (fov protocol, working size).
struct ReferenceRow {
    /// dB by which an image may be below the source model before it counts as worse.
    static constexpr double worseByDb = 0.1;

    /// Whether this result of the same photograph, by default the adapted model's, is worse than the source model's.
    bool isWorse(const ProbeScores& result) const { return result.psnr < source.psnr - worseByDb; }
    bool isWorse() const { return isWorse(adapted); }

    std::string name;
    std::filesystem::path reference; ///< What it was compared with.
    ProbeScores input;
    ProbeScores source;
    ProbeScores adapted;
    ProbeScores guarded; ///< Of the result that the guard chose; the adapted model's without a guard.
};

/// A folder measured against references.
struct ReferenceScores {
    ProbeScores input; ///< Means over the rows.
    ProbeScores source;
    ProbeScores adapted;
    ProbeScores guarded;
    double worseShare = 0.0;        ///< Share of images more than 0.1 dB below the source model.
    double guardedWorseShare = 0.0; ///< The same of the results that the guard chose.
    std::vector<ReferenceRow> rows;
};

/// What the picker said of the source model's output for one image.
struct ImageDecision {
    std::string name;
    PickDecision decision;
};

/// What the guard decided for one photograph of the folder.
struct GuardedImage {
    std::string name;
    GuardVerdict verdict;
};

/// How an adaptation to a folder ended.
struct FolderAdaptationOutcome {
    struct Failure {
        std::filesystem::path path;
        Error error;
    };

    AdaptationConfig config; ///< What ran: the request's, or the resumed run's.
    AdaptationSummary summary;
    std::optional<ReferenceScores> reference;
    std::vector<ImageDecision> decisions;
    /// For every photograph, where another network than the source model is in use and a guard could be learnt.
    std::vector<GuardedImage> guarded;
    std::vector<Failure> failures; ///< Images that were left out, and why.
    std::filesystem::path parent;  ///< The model it started from: the request's, or the resumed run's.
    std::string parentSha256;      ///< Of that model.
    int workingSize = 0;           ///< Likewise.
    bool modelWritten = false;     ///< False where the source model stays in use; `output` is untouched then.
    std::filesystem::path adapted; ///< The new model where it was written.
    double peakMemoryMb = 0.0;     ///< Of the process, as the kernel counts it.
    // For the report of the run.
    std::filesystem::path folder;         ///< The photographs.
    std::string device;                   ///< What it ran on, in words.
    ModelCard card;                       ///< Of the model in use: the adapted one, or the one it started from.
    std::vector<AdaptationStep> steps;    ///< A resumed run knows only its own.
    std::vector<ProbeComparison> heldOut; ///< Empty where the source model stays in use.
    std::vector<RunPicture> pictures;
};

/// Reads the folder, adapts the model to it and writes the adapted model. Runs in the calling thread. A clinic whose
/// pseudo-references are not credible is no failure: the summary says so and the source model is kept. Fails with what
/// reading the folder or a model fails with, TooFewImages, TrainingDiverged or Cancelled (stopped before the first
/// epoch); `output` is untouched then. Resuming also fails with NothingToResume and CannotResume (a damaged state, or
/// that of another model, other photographs or other judges). After a failure a state that was kept stays.
Result<FolderAdaptationOutcome> adaptToFolder(const FolderAdaptationRequest& request, Progress progress,
                                              const AdaptationListener& listener, std::stop_token stop);

} // namespace limpid
