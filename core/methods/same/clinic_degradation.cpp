// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_degradation.h"

#include "degradation/fundus_degradation.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr std::string_view fittedPrefix = "fitted+";

} // namespace

std::string fittedWith(std::string_view preset) {
    return std::string(fittedPrefix).append(preset);
}

std::optional<std::string_view> generalPartOf(std::string_view name) {
    if (!name.starts_with(fittedPrefix))
        return std::nullopt;
    return name.substr(fittedPrefix.size());
}

ClinicDegradation::ClinicDegradation(DegradationEstimator estimator, torch::Tensor clinic,
                                     std::unique_ptr<Degradation> general, ClinicDegradationOptions options)
    : m_estimator(std::move(estimator))
    , m_clinic(clinic.detach().to(torch::kCPU))
    , m_general(std::move(general))
    , m_options(options)
    , m_draws(options.seed) {
    TORCH_CHECK(m_clinic.dim() == 2 && m_clinic.size(0) >= 1, "a clinic has at least one photograph");
}

DegradationPlan ClinicDegradation::planFor(const torch::Tensor& own) {
    const auto photograph = m_draws.integer(0, static_cast<int>(m_clinic.size(0)) - 1);
    auto wanted = asSeverities(m_clinic[photograph] - own);
    const auto vary = [&](double& value, double low, double high) {
        value = std::clamp(value * m_draws.uniform({1.0 - m_options.jitter, 1.0 + m_options.jitter}), low, high);
    };
    for (double* severity :
         {&wanted.haze, &wanted.illumination, &wanted.spots, &wanted.blur, &wanted.veil, &wanted.noise})
        vary(*severity, 0.0, 1.0);
    for (double& gain : wanted.logGains)
        vary(gain, -1.0, 1.0);
    return drawPlan(DegradationRanges::ofSeverities(wanted), m_draws);
}

DegradedBatch ClinicDegradation::apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    checkDegradationInput(images, fieldOfView, 3);
    const torch::NoGradGuard noGrad;
    m_estimator->eval();
    std::vector<std::int64_t> fitted, general;
    for (std::int64_t i = 0; i < images.size(0); ++i)
        (m_draws.chance(m_options.generalShare) ? general : fitted).push_back(i);
    DegradedBatch whole;
    whole.images = images.clone();
    whole.severity = torch::zeros({images.size(0)}, images.options());
    whole.kinds.resize(static_cast<std::size_t>(images.size(0)));
    whole.records.resize(whole.kinds.size());
    const auto put = [&](const std::vector<std::int64_t>& rows, auto&& degrade) {
        if (rows.empty())
            return;
        const auto index = torch::tensor(rows).to(images.device());
        const auto part = degrade(images.index_select(0, index), fieldOfView.index_select(0, index));
        whole.images.index_copy_(0, index, part.images);
        whole.severity.index_copy_(0, index, part.severity);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            whole.kinds[static_cast<std::size_t>(rows[i])] = part.kinds[i];
            whole.records[static_cast<std::size_t>(rows[i])] = part.records[i];
        }
    };
    put(fitted, [&](const torch::Tensor& chosen, const torch::Tensor& inside) {
        const auto own = m_estimator->forward(chosen, inside).cpu();
        std::vector<DegradationPlan> plans;
        for (std::int64_t i = 0; i < chosen.size(0); ++i)
            plans.push_back(planFor(own[i]));
        return FundusDegradation::applyPlans(chosen, inside, plans);
    });
    put(general,
        [&](const torch::Tensor& chosen, const torch::Tensor& inside) { return m_general->apply(chosen, inside); });
    return whole;
}

std::string ClinicDegradation::saveState() const {
    // An engine's text holds no line break.
    return m_draws.saveState() + '\n' + m_general->saveState();
}

Result<void> ClinicDegradation::restoreState(std::string_view state) {
    const auto end = state.find('\n');
    if (end == std::string_view::npos)
        return fail(ErrorCode::InvalidArgument, {"degradation state", "it is not that of a clinic's degradation"});
    auto draws = m_draws;
    if (auto restored = draws.restoreState(state.substr(0, end)); !restored)
        return restored;
    if (auto restored = m_general->restoreState(state.substr(end + 1)); !restored)
        return restored;
    m_draws = draws;
    return {};
}

} // namespace limpid
