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

/// The kinds of some images. One of which none is left, because all were held out, leaves no gap.
std::vector<int> kindsOf(const AppearanceGroups& kinds, const std::vector<int64_t>& images) {
    std::vector<int> some;
    for (const auto image : images)
        some.push_back(kinds.group[static_cast<std::size_t>(image)]);
    if (std::find(some.begin(), some.end(), 0) == some.end())
        std::fill(some.begin(), some.end(), 0);
    return some;
}

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

std::vector<int64_t> ClinicPreparation::heldOut(const AppearanceGroups& kinds, int64_t count) const {
    const auto order = bestFirst();
    if (!kinds.isMixed())
        return {order.begin(), order.begin() + count};
    // What the judges refuse is no pseudo-reference, for the sake of the smaller kind either.
    const auto isCandidate = [&](int64_t index) {
        const auto place = static_cast<std::size_t>(index);
        return kinds.group[place] == 1 && m_decisions[place].accepted;
    };
    const auto candidates = std::count_if(order.begin(), order.end(), isCandidate);
    const auto share = static_cast<double>(kinds.smaller) / static_cast<double>(order.size());
    auto ofSmaller = std::min<int64_t>(candidates, std::llround(share * static_cast<double>(count)));
    auto others = count - ofSmaller;
    std::vector<int64_t> held;
    for (const auto index : order) {
        const bool smaller = isCandidate(index);
        auto& left = smaller ? ofSmaller : others;
        // The places that the other kind cannot fill go to whoever is next best.
        if (left > 0) {
            --left;
            held.push_back(index);
        }
    }
    return held;
}

Result<void> ClinicPreparation::matchRedegradation(const torch::Tensor& appearance, AdaptationSummary& summary) const {
    constexpr std::size_t mostLabels = 16;
    std::vector<int64_t> accepted;
    for (std::size_t i = 0; i < m_decisions.size() && accepted.size() < mostLabels; ++i) {
        if (m_decisions[i].accepted)
            accepted.push_back(static_cast<int64_t>(i));
    }
    const auto rows = asIndices(accepted);
    const auto mask = m_clinic.fieldOfView.to(torch::kFloat);
    auto presets = std::vector<std::string>{m_config.redegradation};
    const bool fitted = m_config.redegradation == AdaptationConfig::fitted;
    if (fitted || m_config.redegradation == AdaptationConfig::likest)
        presets = {"gfe", "wide"};
    const auto make = [&](const std::string& preset) {
        return m_makeDegradation(preset, m_config.seed + likenessSeed);
    };
    const auto found =
        likestDegradation(appearance, m_proposals.index_select(0, rows), mask.index_select(0, rows), presets, make);
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
    const auto everyMask = m_clinic.fieldOfView.to(torch::kFloat);
    const auto everyAppearance = appearanceStatistics(m_clinic.images.to(torch::kFloat) / 255.0 * everyMask, everyMask);
    const auto kinds = findAppearanceGroups(everyAppearance);
    summary.otherKind = kinds.isMixed() ? static_cast<int>(kinds.smaller) : 0;
    if (auto matched = matchRedegradation(everyAppearance, summary); !matched)
        return fail(std::move(matched.error()));

    const auto held = heldOut(kinds, m_config.heldOut(static_cast<int>(m_decisions.size())));
    std::vector<int64_t> rest;
    for (int64_t index = 0; index < static_cast<int64_t>(m_decisions.size()); ++index) {
        if (std::find(held.begin(), held.end(), index) == held.end())
            rest.push_back(index);
    }
    const auto heldMask = m_clinic.fieldOfView.index_select(0, asIndices(held)).to(torch::kFloat);
    auto degradation = m_makeDegradation(summary.redegradation, m_config.seed + probeSeed);
    ClinicProbe probe(m_proposals.index_select(0, asIndices(held)), heldMask, m_config.probeVariants, *degradation);

    CropSource learnt{m_clinic.images.index_select(0, asIndices(rest)),
                      m_clinic.fieldOfView.index_select(0, asIndices(rest)),
                      {},
                      {}};
    const auto side = learnt.images.size(2);
    const auto appearance = everyAppearance.index_select(0, asIndices(rest));
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
    TrainingCrops crops(std::move(learnt), side, side * 7 / 8, m_config.seed);
    if (m_config.balanceKinds && kinds.isMixed())
        crops.balance(kindsOf(kinds, rest));
    return PreparedClinic{std::move(crops), std::move(rest), held, std::move(probe), std::move(redegrader)};
}

} // namespace limpid
