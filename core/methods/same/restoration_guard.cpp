// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/restoration_guard.h"

#include "metrics/vessel_map.h"

#include <torch/torch.h>

#include <utility>

namespace limpid {

namespace {

constexpr std::int64_t tolerancePx = 1; // at 256 px; structure_fidelity.h allows 2 at 512 px

torch::Tensor dilated(const torch::Tensor& map) {
    return torch::max_pool2d(map, 2 * tolerancePx + 1, 1, tolerancePx);
}

/// Share of `whole` that `part` has too, per image, on the CPU.
torch::Tensor share(const torch::Tensor& part, const torch::Tensor& whole) {
    return ((part * whole).sum({1, 2, 3}) / whole.sum({1, 2, 3}).clamp_min(1.0)).to(torch::kCPU, torch::kDouble);
}

torch::Tensor goodOf(QualityAssessor& quality, const torch::Tensor& images) {
    return quality->forward(images).probabilities.select(1, 0).to(torch::kCPU, torch::kDouble);
}

/// The photograph's own vessels, which both restorations are held against.
struct OwnVessels {
    torch::Tensor map;
    torch::Tensor traces;
};

/// What the estimator reads off every image; nothing is wrong with any without it.
std::vector<DegradationSeverities> severitiesIn(DegradationEstimator& estimator, const torch::Tensor& images,
                                                const torch::Tensor& fieldOfView) {
    std::vector<DegradationSeverities> severities(static_cast<std::size_t>(images.size(0)));
    if (!estimator)
        return severities;
    const auto estimates = estimator->forward(images, fieldOfView).to(torch::kCPU);
    for (std::size_t i = 0; i < severities.size(); ++i)
        severities[i] = asSeverities(estimates[static_cast<std::int64_t>(i)]);
    return severities;
}

/// Scores over the structure judge's threshold, [N]; zeros without that judge.
torch::Tensor irregularityOf(StructureDetector& judge, const torch::Tensor& structures,
                             const torch::Tensor& fieldOfView) {
    if (!judge)
        return torch::zeros({structures.size(0)}, torch::kDouble);
    return (judge->score(judge->prepare(structures, fieldOfView)).total / judge->threshold())
        .to(torch::kCPU, torch::kDouble);
}

std::vector<RestorationSigns> signsOf(const Restored& restored, const torch::Tensor& fieldOfView, const OwnVessels& own,
                                      GuardJudges& judges) {
    const auto& images = restored.image;
    const auto good = goodOf(judges.quality, images);
    const auto irregularity = irregularityOf(judges.structure, restored.structure, fieldOfView);
    const auto damage = severitiesIn(judges.estimator, images, fieldOfView);
    const auto vessels = findVessels(images, fieldOfView);
    const auto recall = share(dilated(vessels), own.map);
    const auto precision = share(own.traces, vessels);
    const auto count = fieldOfView.sum({2, 3}).clamp_min(1.0);
    const auto colour = ((images * fieldOfView).sum({2, 3}) / count).to(torch::kCPU, torch::kDouble);
    std::vector<RestorationSigns> signs;
    for (std::int64_t i = 0; i < images.size(0); ++i) {
        const auto mean = colour[i];
        const auto& left = damage[static_cast<std::size_t>(i)];
        signs.push_back({good[i].item<double>(),
                         recall[i].item<double>(),
                         precision[i].item<double>(),
                         {mean[0].item<double>(), mean[1].item<double>(), mean[2].item<double>()},
                         irregularity[i].item<double>(),
                         left.veil,
                         left.noise});
    }
    return signs;
}

} // namespace

RestorationGuard::RestorationGuard(ImageGuard forecast, GuardJudges judges)
    : m_forecast(std::move(forecast))
    , m_judges(std::move(judges)) {
    m_judges.quality->eval();
    if (m_judges.structure)
        m_judges.structure->eval();
    if (m_judges.estimator)
        m_judges.estimator->eval();
}

std::vector<GuardVerdict> RestorationGuard::decide(const torch::Tensor& input, const Restored& bySource,
                                                   const Restored& byAdapted, const torch::Tensor& fieldOfView) {
    const torch::NoGradGuard noGrad;
    const VesselMapOptions options;
    const auto strength = vesselStrength(input, fieldOfView, options);
    const OwnVessels own{vesselMap(strength, fieldOfView, options),
                         dilated(strength).ge(options.leastStrength).to(torch::kFloat)};
    const auto original = goodOf(m_judges.quality, input);
    const auto damage = severitiesIn(m_judges.estimator, input, fieldOfView);
    const auto source = signsOf(bySource, fieldOfView, own, m_judges);
    const auto adapted = signsOf(byAdapted, fieldOfView, own, m_judges);
    const auto evidence = guardEvidence(input, bySource.image, byAdapted.image, fieldOfView);
    std::vector<GuardVerdict> verdicts;
    for (std::size_t i = 0; i < evidence.size(); ++i)
        verdicts.push_back(
            decideRestoration(m_forecast.forecast(evidence[i]),
                              {original[static_cast<std::int64_t>(i)].item<double>(), damage[i].veil, damage[i].noise},
                              source[i], adapted[i]));
    return verdicts;
}

} // namespace limpid
