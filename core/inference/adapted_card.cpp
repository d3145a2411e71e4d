// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adapted_card.h"

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include <chrono>

namespace limpid {

Result<ModelCard> adaptedCard(const std::string& parentCardJson, const FolderAdaptationRequest& request,
                              const FolderAdaptationOutcome& outcome) {
    ModelCard card;
    if (!parentCardJson.empty()) {
        auto parent = ModelCard::fromJson(parentCardJson, request.model);
        if (!parent)
            return fail(std::move(parent.error()));
        card = std::move(*parent);
    }
    const auto& summary = outcome.summary;
    card.lineage.push_back(
        fmt::format("{} (SHA-256 {})", card.name.empty() ? "a model without a name" : card.name, outcome.parentSha256));
    card.name = fmt::format("Adapted to the clinic {}", request.clinic);
    card.trainingData.push_back({"the clinic " + request.clinic + ", without annotations",
                                 summary.images + summary.probeImages, "stays in the clinic"});
    card.trainingCommand =
        fmt::format("form {}, {} epochs, seed {}", request.config.form, request.config.epochs, request.config.seed);
    if (request.config.clipUpdate > 0.0)
        card.trainingCommand += fmt::format(", update limited to {} of the source weights' norm, noise {}",
                                            request.config.clipUpdate, request.config.noiseUpdate);
    card.programVersion = LIMPID_VERSION;
    card.created = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                               fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    card.metrics.clear();
    const std::string probe = fmt::format("clinic probe: {} pseudo-references, degradation preset {}",
                                          summary.probeImages, summary.redegradation);
    const std::string command = "limpid-cli adapt";
    card.metrics.push_back({"source PSNR (dB)", summary.source.psnr, "fov", probe, command});
    card.metrics.push_back({"adapted PSNR (dB)", summary.kept.psnr, "fov", probe, command});
    if (outcome.reference) {
        const auto against = fmt::format("references of {} images", outcome.reference->rows.size());
        card.metrics.push_back({"source PSNR (dB)", outcome.reference->source.psnr, "fov", against, command});
        card.metrics.push_back({"adapted PSNR (dB)", outcome.reference->adapted.psnr, "fov", against, command});
        card.metrics.push_back(
            {"share more than 0.1 dB worse than the source", outcome.reference->worseShare, "fov", against, command});
    }
    return card;
}

} // namespace limpid
