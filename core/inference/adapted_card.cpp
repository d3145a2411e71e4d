// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adapted_card.h"

#include "metrics/bootstrap_interval.h"

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr const char* command = "limpid-cli adapt";

/// A mean over images with its interval, and what was measured.
class Figures {
public:
    Figures(std::string against, std::uint64_t seed)
        : m_against(std::move(against))
        , m_seed(seed) {}

    template <typename Rows, typename ValueOf>
    void add(ModelCard& card, const std::string& name, double mean, const Rows& rows, ValueOf valueOf) const {
        if (!std::isfinite(mean)) // JSON has no word for the PSNR of an image that is its own reference
            return;
        std::vector<double> values;
        for (const auto& row : rows)
            values.push_back(valueOf(row));
        ModelCard::Metric metric{name, mean, "fov", m_against, command};
        if (const auto interval = BootstrapInterval::ofMean(values, m_seed)) {
            metric.low = interval->low;
            metric.high = interval->high;
        }
        card.metrics.push_back(std::move(metric));
    }

private:
    std::string m_against;
    std::uint64_t m_seed;
};

void addProbeFigures(ModelCard& card, const FolderAdaptationOutcome& outcome) {
    const auto& summary = outcome.summary;
    const auto& rows = outcome.heldOut;
    const Figures figures(fmt::format("clinic probe: {} pseudo-references, degradation preset {}, {} px",
                                      summary.probeImages, summary.redegradation, outcome.workingSize),
                          outcome.config.seed);
    using Row = const ProbeComparison&;
    figures.add(card, "source PSNR (dB)", summary.source.psnr, rows, [](Row row) { return row.sourceMeanPsnr; });
    figures.add(card, "adapted PSNR (dB)", summary.kept.psnr, rows, [](Row row) { return row.adaptedMeanPsnr; });
    figures.add(card, "PSNR gain (dB)", summary.kept.psnr - summary.source.psnr, rows,
                [](Row row) { return row.adaptedMeanPsnr - row.sourceMeanPsnr; });
    figures.add(card, "source SSIM", summary.source.ssim, rows, [](Row row) { return row.sourceMeanSsim; });
    figures.add(card, "adapted SSIM", summary.kept.ssim, rows, [](Row row) { return row.adaptedMeanSsim; });
}

void addReferenceFigures(ModelCard& card, const FolderAdaptationOutcome& outcome) {
    const auto& measured = *outcome.reference;
    const auto& rows = measured.rows;
    const Figures figures(
        fmt::format("references of {} photographs of the clinic, {} px", rows.size(), outcome.workingSize),
        outcome.config.seed);
    using Row = const ReferenceRow&;
    figures.add(card, "input PSNR (dB)", measured.input.psnr, rows, [](Row row) { return row.input.psnr; });
    figures.add(card, "source PSNR (dB)", measured.source.psnr, rows, [](Row row) { return row.source.psnr; });
    figures.add(card, "adapted PSNR (dB)", measured.adapted.psnr, rows, [](Row row) { return row.adapted.psnr; });
    figures.add(card, "PSNR gain (dB)", measured.adapted.psnr - measured.source.psnr, rows,
                [](Row row) { return row.adapted.psnr - row.source.psnr; });
    figures.add(card, "input SSIM", measured.input.ssim, rows, [](Row row) { return row.input.ssim; });
    figures.add(card, "source SSIM", measured.source.ssim, rows, [](Row row) { return row.source.ssim; });
    figures.add(card, "adapted SSIM", measured.adapted.ssim, rows, [](Row row) { return row.adapted.ssim; });
    figures.add(card, "share more than 0.1 dB worse than the source", measured.worseShare, rows,
                [](Row row) { return row.isWorse() ? 1.0 : 0.0; });
}

/// Limits that every adapted model has; what holds for this one alone stands in its metrics.
void addLimits(ModelCard& card) {
    for (const char* limit :
         {"Adapted without annotations to one clinic's photographs; elsewhere it may be worse than the source model.",
          "The clinic probe imitates how the clinic's photographs are poor; it is no reference, and of few images.",
          "Intervals are 95 % percentile bootstrap over this run's images and say nothing about other clinics."}) {
        if (std::find(card.limits.begin(), card.limits.end(), limit) == card.limits.end())
            card.limits.emplace_back(limit);
    }
}

} // namespace

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
    card.trainingData.push_back(
        {"the clinic " + request.clinic + ", without annotations", summary.images, "stays in the clinic"});
    if (summary.probeImages > 0)
        card.heldOut.push_back(fmt::format("{} photographs of the clinic {}, kept for the clinic probe",
                                           summary.probeImages, request.clinic));
    card.trainingCommand =
        fmt::format("form {}, {} epochs, seed {}", outcome.config.form, outcome.config.epochs, outcome.config.seed);
    if (outcome.config.clipUpdate > 0.0)
        card.trainingCommand += fmt::format(", update limited to {} of the source weights' norm, noise {}",
                                            outcome.config.clipUpdate, outcome.config.noiseUpdate);
    card.programVersion = LIMPID_VERSION;
    card.created = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                               fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    card.metrics.clear();
    addProbeFigures(card, outcome);
    if (outcome.reference)
        addReferenceFigures(card, outcome);
    addLimits(card);
    return card;
}

} // namespace limpid
