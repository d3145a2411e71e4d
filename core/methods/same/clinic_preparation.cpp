// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_preparation.h"

#include "methods/same/appearance.h"
#include "methods/same/clinic_degradation.h"
#include "methods/same/clinic_likeness.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

namespace limpid {

namespace {

constexpr int64_t chunk = 4;
/// Seeds of the parts of one preparation, so that none repeats another's draws.
constexpr std::uint64_t probeSeed = 1'000'003;
constexpr std::uint64_t redegradationSeed = 2'000'003;
constexpr std::uint64_t likenessSeed = 5'000'011;

torch::Tensor asIndices(const std::vector<int64_t>& indices) {
    return torch::tensor(indices, torch::kLong);
}

} // namespace

ClinicPreparation::ClinicPreparation(const AdaptationConfig& config, const ClinicImages& clinic,
                                     PseudoLabeller& labeller, const DegradationMaker& makeDegradation)
    : m_config(config)
    , m_clinic(clinic)
    , m_labeller(labeller)
    , m_makeDegradation(makeDegradation) {}

bool ClinicPreparation::judgeSourceOutputs(StructurePreservingUnet& source, const std::stop_token& stop) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> proposals;
    for (int64_t begin = 0; begin < m_clinic.images.size(0); begin += chunk) {
        if (stop.stop_requested())
            return false;
        const auto end = std::min(begin + chunk, m_clinic.images.size(0));
        const auto mask = m_clinic.fieldOfView.slice(0, begin, end).to(torch::kFloat);
        const auto images = m_clinic.images.slice(0, begin, end).to(torch::kFloat) / 255.0 * mask;
        const auto proposal = m_labeller.propose(source, images, mask);
        m_decisions.insert(m_decisions.end(), proposal.decisions.begin(), proposal.decisions.end());
        proposals.push_back(proposal.images);
    }
    m_proposals = torch::cat(proposals);
    return true;
}

std::vector<int64_t> ClinicPreparation::bestFirst() const {
    std::vector<int64_t> order(m_decisions.size());
    std::iota(order.begin(), order.end(), int64_t{0});
    const auto margin = [&](int64_t index) {
        const auto& decision = m_decisions[static_cast<std::size_t>(index)];
        const double irregular = decision.structureScore / std::max(decision.structureThreshold, 1e-6);
        return decision.good - decision.reject - 0.25 * irregular;
    };
    std::stable_sort(order.begin(), order.end(), [&](int64_t a, int64_t b) { return margin(a) > margin(b); });
    return order;
}

Result<void> ClinicPreparation::matchRedegradation(AdaptationSummary& summary) const {
    constexpr std::size_t mostLabels = 16;
    std::vector<int64_t> accepted;
    for (std::size_t i = 0; i < m_decisions.size() && accepted.size() < mostLabels; ++i) {
        if (m_decisions[i].accepted)
            accepted.push_back(static_cast<int64_t>(i));
    }
    const auto rows = asIndices(accepted);
    const auto mask = m_clinic.fieldOfView.to(torch::kFloat);
    const auto clinic = appearanceStatistics(m_clinic.images.to(torch::kFloat) / 255.0 * mask, mask);
    auto presets = std::vector<std::string>{m_config.redegradation};
    const bool fitted = m_config.redegradation == AdaptationConfig::fitted;
    if (fitted || m_config.redegradation == AdaptationConfig::likest)
        presets = {"gfe", "wide"};
    const auto make = [&](const std::string& preset) {
        return m_makeDegradation(preset, m_config.seed + likenessSeed);
    };
    const auto found =
        likestDegradation(clinic, m_proposals.index_select(0, rows), mask.index_select(0, rows), presets, make);
    // What is fitted passes for any clinic; whether one is within reach is told by what is not.
    summary.redegradation = fitted ? fittedWith(found.preset) : found.preset;
    summary.unlikeness = found.unlikeness;
    if (summary.unlikeness > m_config.mostUnlike) {
        summary.verdict = AdaptationVerdict::NothingAlike;
        return fail(ErrorCode::ProbeNotCredible,
                    {fmt::format("nothing that is known of degradation makes photographs like them (unlikeness {:.2f}, "
                                 "at most {:.2f} is credible)",
                                 summary.unlikeness, m_config.mostUnlike)});
    }
    return {};
}

Result<PreparedClinic> ClinicPreparation::prepare(StructurePreservingUnet& source, AdaptationSummary& summary,
                                                  const std::stop_token& stop) {
    summary.images = static_cast<int>(m_clinic.images.size(0));
    if (!judgeSourceOutputs(source, stop))
        return fail(ErrorCode::Cancelled);
    const auto accepted = std::count_if(m_decisions.begin(), m_decisions.end(),
                                        [](const PickDecision& decision) { return decision.accepted; });
    summary.acceptedAtStart = static_cast<double>(accepted) / static_cast<double>(m_decisions.size());
    if (accepted == 0 || summary.acceptedAtStart < m_config.leastAccepted) {
        summary.verdict = AdaptationVerdict::FewAccepted;
        return fail(ErrorCode::ProbeNotCredible,
                    {fmt::format("the judges accept {:.0f} % of what the source model makes of them",
                                 100.0 * summary.acceptedAtStart)});
    }
    if (auto matched = matchRedegradation(summary); !matched)
        return fail(std::move(matched.error()));

    const auto order = bestFirst();
    const auto count = m_config.heldOut(static_cast<int>(order.size()));
    std::vector<int64_t> held(order.begin(), order.begin() + count);
    std::vector<int64_t> rest(order.begin() + count, order.end());
    std::sort(rest.begin(), rest.end());
    const auto heldMask = m_clinic.fieldOfView.index_select(0, asIndices(held)).to(torch::kFloat);
    auto degradation = m_makeDegradation(summary.redegradation, m_config.seed + probeSeed);
    ClinicProbe probe(m_proposals.index_select(0, asIndices(held)), heldMask, m_config.probeVariants, *degradation);

    CropSource learnt{m_clinic.images.index_select(0, asIndices(rest)),
                      m_clinic.fieldOfView.index_select(0, asIndices(rest)),
                      {},
                      {}};
    const auto side = learnt.images.size(2);
    const auto mask = learnt.fieldOfView.to(torch::kFloat);
    const auto appearance = appearanceStatistics(learnt.images.to(torch::kFloat) / 255.0 * mask, mask);
    std::optional<Redegrader> redegrader;
    if (m_config.redegrade) {
        redegrader.emplace(
            m_makeDegradation(summary.redegradation, m_config.seed + redegradationSeed), appearance,
            RedegraderOptions{m_config.redegradationCandidates, m_config.mildestRedegradation, m_config.seed});
    }
    summary.images = static_cast<int>(rest.size());
    summary.probeImages = static_cast<int>(held.size());
    summary.probeOriginals = static_cast<int>(std::count_if(held.begin(), held.end(), [&](int64_t index) {
        return m_decisions[static_cast<std::size_t>(index)].original;
    }));
    return PreparedClinic{TrainingCrops(std::move(learnt), side, side * 7 / 8, m_config.seed), std::move(rest),
                          std::move(held), std::move(probe), std::move(redegrader)};
}

} // namespace limpid
