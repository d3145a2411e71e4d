// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/folder_adaptation.h"

#include "inference/adaptation_parts.h"
#include "inference/adapted_card.h"
#include "inference/data_preparation.h"
#include "inference/folder_guard.h"
#include "inference/peak_memory.h"
#include "inference/reference_measurement.h"
#include "inference/run_pictures.h"
#include "methods/same/adaptation.h"
#include "methods/same/adaptation_state.h"
#include "methods/same/same_model.h"
#include "nn/ema.h"
#include "task/atomic_file.h"

#include <spdlog/fmt/fmt.h>

#include <optional>
#include <system_error>
#include <utility>

namespace limpid {

namespace {

/// Everything that is loaded before the first step.
struct Loaded {
    SameModel model;
    ComputeFormat format;
    TrainingData clinic;
};

Result<Loaded> load(const FolderAdaptationRequest& request, FolderAdaptationOutcome& outcome, Progress& progress,
                    const std::stop_token& stop) {
    auto model = loadSourceModel(request);
    if (!model)
        return fail(std::move(model.error()));
    auto format = formatByName(request.device.precision, torch::Device(request.device.name));
    if (!format)
        return fail(std::move(format.error()));
    PreparationRequest preparation;
    preparation.sources.push_back({request.folder, std::nullopt, request.clinic});
    preparation.size = workingSide(request, *model);
    auto prepared = prepareData(preparation, progress.child(0.1, "reading the folder"), stop);
    if (!prepared)
        return fail(std::move(prepared.error()));
    for (auto& failure : prepared->failures)
        outcome.failures.push_back({failure.path, std::move(failure.error)});
    return Loaded{std::move(*model), *format, std::move(prepared->data)};
}

void noteDecisions(const Adaptation& adaptation, const TrainingData& clinic, FolderAdaptationOutcome& outcome) {
    const auto& decisions = adaptation.firstDecisions();
    for (std::size_t i = 0; i < decisions.size(); ++i)
        outcome.decisions.push_back({clinic.names[i], decisions[i]});
}

/// Of the model in use after the run.
Result<ModelCard> cardInUse(const FolderAdaptationRequest& request, const SameModel& source,
                            const FolderAdaptationOutcome& outcome) {
    if (outcome.summary.choice != AdaptationChoice::SourceKept)
        return adaptedCard(source.cardJson, request, outcome);
    return ModelCard::fromJson(source.cardJson.empty() ? "{}" : source.cardJson, request.model);
}

Result<void> writeAdapted(const FolderAdaptationRequest& request, const SameModel& source,
                          const StructurePreservingUnet& network, std::optional<ImageGuard> guard,
                          const FolderAdaptationOutcome& outcome) {
    SameModel adapted;
    adapted.network = network;
    adapted.guard = std::move(guard);
    adapted.modality = source.modality;
    adapted.cardJson = outcome.card.toJson();
    adapted.parentSha256 = source.sha256;
    return saveSameModel(request.output, adapted);
}

Result<AdaptationState> loadUnfinished(const FolderAdaptationRequest& request) {
    std::error_code ignored;
    if (request.state.empty() || !std::filesystem::exists(request.state, ignored))
        return fail(ErrorCode::NothingToResume, {request.clinic});
    return loadAdaptationState(request.state);
}

/// Ties a run to the file of its state: goes on from `unfinished` where there is one, and keeps every finished epoch.
/// `kept` becomes true once the file belongs to this run; both it and the request must outlive the run.
Result<void> tieToState(Adaptation& adaptation, const FolderAdaptationRequest& request, const Loaded& loaded,
                        std::optional<AdaptationState> unfinished, bool& kept) {
    if (request.state.empty())
        return {};
    auto fingerprint = clinicFingerprint(loaded.clinic.names, loaded.clinic.images, loaded.clinic.fieldOfView);
    if (!fingerprint)
        return fail(std::move(fingerprint.error()));
    const AdaptationOrigin origin{loaded.model.sha256, std::move(*fingerprint)};
    if (unfinished) {
        if (auto same = requireOrigin(*unfinished, origin); !same)
            return same;
        if (auto resumed = adaptation.resumeFrom(std::move(*unfinished)); !resumed)
            return resumed;
        kept = true;
    }
    adaptation.onState([&request, &kept, origin](const AdaptationState& state) -> Result<void> {
        auto whole = state; // Its tensors are shared.
        whole.origin = origin;
        // Whoever goes on with it may stand in another folder.
        whole.place = {request.clinic, std::filesystem::absolute(request.folder),
                       std::filesystem::absolute(request.model), request.workingSize};
        auto saved = saveAdaptationState(request.state, whole);
        kept = kept || saved;
        return saved;
    });
    // Before the first epoch has ended there is nothing to go on with.
    adaptation.onDecision([&request, &kept](const HandDecisions& decisions) -> Result<void> {
        return kept ? saveHandDecisions(request.state, decisions) : Result<void>();
    });
    return {};
}

/// The adapted model is not put to use.
void keepSource(AdaptationVerdict why, FolderAdaptationOutcome& outcome) {
    auto& summary = outcome.summary;
    summary.choice = AdaptationChoice::SourceKept;
    summary.verdict = why;
    summary.kept = summary.source;
    summary.keptEpoch = 0;
    summary.reason =
        fmt::format("The adapted model would leave more {} in these photographs than the old model, so the "
                    "old model stays in use.",
                    why == AdaptationVerdict::LeavesVeil ? "of the veil of stray light" : "noise");
    outcome.guarded.clear();
    outcome.heldOut.clear();
}

/// Learns where the adapted model gains and decides for every photograph; none where that cannot be learnt. `adapted`
/// becomes the source model where the adapted one should not be used at all.
Result<std::optional<ImageGuard>> guardRun(const FolderAdaptationRequest& request, const Loaded& loaded,
                                           const DegradationMaker& maker, StructurePreservingUnet& adapted,
                                           FolderAdaptationOutcome& outcome) {
    if (!request.config.guardByProbe || outcome.summary.choice == AdaptationChoice::SourceKept)
        return std::optional<ImageGuard>();
    const GuardedClinic clinic{loaded.clinic, outcome.decisions, loaded.model.network, adapted, loaded.format};
    auto guard = learnGuard(clinic, maker, outcome.summary.redegradation, request.config.seed);
    if (!guard)
        return guard;
    auto decided =
        guardFolder(clinic, *guard, {request.qualityJudge, request.structureJudge, request.degradationEstimator});
    if (!decided)
        return fail(std::move(decided.error()));
    outcome.guarded = std::move(*decided);
    if (const auto why = leavesDamage(outcome.guarded)) {
        keepSource(*why, outcome);
        adapted = loaded.model.network;
        return std::optional<ImageGuard>();
    }
    return guard;
}

Result<FolderAdaptationOutcome> adapt(const FolderAdaptationRequest& request, std::optional<AdaptationState> unfinished,
                                      Progress progress, const AdaptationListener& listener, std::stop_token stop) {
    FolderAdaptationOutcome outcome;
    outcome.config = request.config;
    outcome.parent = request.model;
    outcome.workingSize = request.workingSize;
    outcome.folder = request.folder;
    outcome.device = request.device.words;
    auto loaded = load(request, outcome, progress, stop);
    if (!loaded)
        return fail(std::move(loaded.error()));
    auto picker = loadPicker(request);
    if (!picker)
        return fail(std::move(picker.error()));
    const ClinicImages clinic{loaded->clinic.images, loaded->clinic.fieldOfView};
    auto maker = degradationMaker(request, clinic);
    if (!maker)
        return fail(std::move(maker.error()));
    outcome.parentSha256 = loaded->model.sha256;

    auto learning = progress.child(0.8, "adapting");
    auto told = listener;
    told.onStep = [&](const AdaptationStep& step) {
        learning.set(static_cast<double>(step.step) / static_cast<double>(step.totalSteps));
        outcome.steps.push_back(step);
        if (listener.onStep)
            listener.onStep(step);
    };
    if (listener.onReview) {
        told.onReview = [&](const std::vector<LabelReview>& reviews) {
            auto named = reviews;
            for (auto& review : named)
                review.name = loaded->clinic.names[static_cast<std::size_t>(review.image)];
            listener.onReview(named);
        };
    }
    told.onComparison = [&](const std::vector<ProbeComparison>& comparisons) {
        outcome.heldOut = comparisons;
        for (auto& comparison : outcome.heldOut)
            comparison.name = loaded->clinic.names[static_cast<std::size_t>(comparison.image)];
        if (listener.onComparison)
            listener.onComparison(outcome.heldOut);
    };
    Adaptation adaptation(request.config, clinic, loaded->model.network, std::move(*picker), loaded->format, *maker);
    adaptation.obey(request.control);
    bool kept = false;
    if (auto tied = tieToState(adaptation, request, *loaded, std::move(unfinished), kept); !tied)
        return fail(std::move(tied.error()));
    auto summary = adaptation.run(told, stop);
    if (summary) {
        outcome.summary = std::move(*summary);
    } else if (summary.error().code == ErrorCode::ProbeNotCredible) {
        // Not a failure of the program: the guard did its work, and the old model is the answer.
        outcome.summary = adaptation.summary();
        outcome.summary.reason = englishSentence(summary.error());
    } else {
        return fail(std::move(summary.error()));
    }
    noteDecisions(adaptation, loaded->clinic, outcome);
    auto adapted = adaptation.network();
    auto guard = guardRun(request, *loaded, *maker, adapted, outcome);
    if (!guard)
        return fail(std::move(guard.error()));
    if (request.references) {
        auto measured =
            measureAgainstReferences({request.folder, *request.references}, loaded->clinic, loaded->model.network,
                                     adapted, loaded->format, progress.child(0.1, "measuring"));
        if (!measured)
            return fail(std::move(measured.error()));
        outcome.reference = std::move(measured->scores);
        for (auto& failure : measured->failures)
            outcome.failures.push_back({failure.path, std::move(failure.error)});
    }
    if (outcome.reference)
        addGuarded(*outcome.reference, outcome.guarded);
    outcome.pictures = runPictures(outcome, loaded->clinic, loaded->model.network, adapted, loaded->format);
    outcome.peakMemoryMb = peakMemoryMb();
    auto card = cardInUse(request, loaded->model, outcome);
    if (!card)
        return fail(std::move(card.error()));
    outcome.card = std::move(*card);
    if (outcome.summary.choice != AdaptationChoice::SourceKept) {
        if (auto written = writeAdapted(request, loaded->model, adapted, std::move(*guard), outcome); !written)
            return fail(std::move(written.error()));
        outcome.modelWritten = true;
        outcome.adapted = request.output;
    }
    if (request.keepOutcome) {
        if (auto recorded = request.keepOutcome(outcome); !recorded)
            return fail(std::move(recorded.error()));
    }
    // Only now: whatever failed before can be tried again from the last epoch. A state that could not be removed does
    // no harm; resuming it repeats the end.
    std::error_code ignored;
    if (kept && summary)
        std::filesystem::remove(request.state, ignored);
    progress.set(1.0);
    return outcome;
}

} // namespace

Result<FolderAdaptationOutcome> adaptToFolder(const FolderAdaptationRequest& request, Progress progress,
                                              const AdaptationListener& listener, std::stop_token stop) {
    try {
        // What an earlier run was writing when it was killed.
        removeLeftovers(request.output.parent_path());
        if (!request.resume)
            return adapt(request, std::nullopt, std::move(progress), listener, std::move(stop));
        auto unfinished = loadUnfinished(request);
        if (!unfinished)
            return fail(std::move(unfinished.error()));
        auto resumed = request;
        resumed.config = unfinished->config;
        resumed.model = unfinished->place.model;
        resumed.workingSize = unfinished->place.workingSize;
        return adapt(resumed, std::move(*unfinished), std::move(progress), listener, std::move(stop));
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, {"adapting"}, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"adapting"}, error.what_without_backtrace());
    }
}

} // namespace limpid
