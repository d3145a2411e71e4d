// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/clinic_adaptation.h"

#include "inference/adaptation_report.h"
#include "methods/same/adaptation_state.h"
#include "storage/clinics/clinic_run.h"
#include "storage/sha256.h"

#include <utility>

namespace limpid {

namespace {

std::string scoresOf(const PickDecision& decision) {
    return nlohmann::ordered_json{{"good", decision.good},
                                  {"usable", decision.usable},
                                  {"reject", decision.reject},
                                  {"severity", decision.severity},
                                  {"structure_score", decision.structureScore},
                                  {"structure_threshold", decision.structureThreshold},
                                  {"quality_threshold", decision.qualityThreshold},
                                  {"damage", decision.damage},
                                  {"quality_accepted", decision.qualityAccepted},
                                  {"structure_accepted", decision.structureAccepted},
                                  {"original", decision.original}}
        .dump();
}

/// The picker's decisions and the person's, with the hashes of the photographs as they are now.
void noteDecisions(const FolderAdaptationRequest& request, const FolderAdaptationOutcome& outcome,
                   ClinicRun::Ending& ending) {
    int image = 0;
    for (const auto& [name, decision] : outcome.decisions) {
        const auto sha256 = sha256OfFile(request.folder / name).value_or(std::string());
        ending.decisions.push_back({name, sha256, decision.accepted, decision.reason, scoresOf(decision)});
        const auto byHand = request.control != nullptr ? request.control->overrideOf(image) : PickOverride::None;
        if (byHand != PickOverride::None)
            ending.overrides.push_back({name, sha256, byHand == PickOverride::Pick});
        ++image;
    }
}

} // namespace

Result<FolderAdaptationOutcome> adaptClinic(const ClinicAdaptationRequest& request, Progress progress,
                                            const AdaptationListener& listener, std::stop_token stop) {
    auto store = ClinicStore::open(request.root);
    if (!store)
        return fail(std::move(store.error()));
    auto adaptation = request.adaptation;
    auto run = ClinicRun::begin(
        *store, {adaptation.clinic, configurationJson(adaptation.config), adaptation.config.seed, adaptation.resume});
    if (!run)
        return fail(std::move(run.error()));
    adaptation.output = run->modelFile();
    adaptation.state = run->stateFile();
    adaptation.keepOutcome = [&](const FolderAdaptationOutcome& outcome) -> Result<void> {
        // First what else is to be kept: the run is over once the store knows of its end.
        if (request.adaptation.keepOutcome) {
            if (auto kept = request.adaptation.keepOutcome(outcome); !kept)
                return kept;
        }
        ClinicRun::Ending ending;
        ending.configuration = configurationJson(outcome.config);
        ending.seed = outcome.config.seed;
        ending.report = adaptationReport(adaptation, outcome, request.method)
                            .dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
        noteDecisions(adaptation, outcome, ending);
        ending.modelWritten = outcome.modelWritten;
        ending.parent = outcome.parentSha256;
        ending.use = request.use;
        return run->finish(std::move(ending));
    };
    auto outcome = adaptToFolder(adaptation, std::move(progress), listener, std::move(stop));
    if (!outcome) {
        // What cannot be noted either is less than what went wrong.
        static_cast<void>(run->giveUp(outcome.error().code == ErrorCode::Cancelled, englishSentence(outcome.error())));
    }
    return outcome;
}

} // namespace limpid
