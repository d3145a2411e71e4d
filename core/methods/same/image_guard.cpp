// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/image_guard.h"

#include "metrics/psnr.h"

#include <torch/torch.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr std::size_t parameters = 10;
/// Of the ridge, as a share of the number of samples.
constexpr double penalty = 0.3;
/// Gains beyond this, in dB, are outliers.
constexpr double largestGain = 3.0;
/// Standard deviations beyond which the line is not followed.
constexpr double farthest = 3.0;

constexpr std::array<double GuardEvidence::*, 3> parts{&GuardEvidence::sourceToInput, &GuardEvidence::adaptedToInput,
                                                       &GuardEvidence::adaptedToSource};

/// The samples' evidence as float64 [K, 3].
torch::Tensor evidenceOf(const std::vector<ImageGuard::Sample>& samples) {
    auto table = torch::empty({static_cast<std::int64_t>(samples.size()), 3}, torch::kDouble);
    auto* value = table.data_ptr<double>();
    for (const auto& sample : samples) {
        for (const auto part : parts)
            *value++ = sample.evidence.*part;
    }
    return table;
}

torch::Tensor gainsOf(const std::vector<ImageGuard::Sample>& samples) {
    std::vector<double> gains;
    for (const auto& sample : samples)
        gains.push_back(sample.gain);
    return torch::tensor(gains, torch::kDouble);
}

GuardEvidence asEvidence(const torch::Tensor& three) {
    return {three[0].item<double>(), three[1].item<double>(), three[2].item<double>()};
}

} // namespace

std::vector<GuardEvidence> guardEvidence(const torch::Tensor& input, const torch::Tensor& bySource,
                                         const torch::Tensor& byAdapted, const torch::Tensor& fieldOfView) {
    const auto likeness = [&](const torch::Tensor& a, const torch::Tensor& b) {
        return psnr(a, b, fieldOfView).to(torch::kCPU, torch::kDouble).clamp_max(psnrOfRounding);
    };
    const auto first = likeness(bySource, input);
    const auto second = likeness(byAdapted, input);
    const auto third = likeness(byAdapted, bySource);
    std::vector<GuardEvidence> evidence;
    for (std::int64_t i = 0; i < first.size(0); ++i)
        evidence.push_back({first[i].item<double>(), second[i].item<double>(), third[i].item<double>()});
    return evidence;
}

Result<ImageGuard> ImageGuard::learn(const std::vector<Sample>& samples) {
    if (samples.size() < fewestSamples)
        return fail(ErrorCode::InvalidArgument, {"image guard", "it has only " + std::to_string(samples.size()) +
                                                                    " samples of known truth to go by"});
    const auto evidence = evidenceOf(samples);
    const auto gains = gainsOf(samples);
    if (!at::isfinite(evidence).all().item<bool>() || !at::isfinite(gains).all().item<bool>())
        return fail(ErrorCode::InvalidArgument, {"image guard", "a sample holds what is no number"});
    constexpr double leastSpread = 1e-3; // dB; where all are alike, the part says nothing
    const auto mean = evidence.mean(0);
    const auto spread = evidence.std(0, /*unbiased=*/false).clamp_min(leastSpread);
    const auto standard = (evidence - mean) / spread;
    const auto limited = gains.clamp(-largestGain, largestGain);
    const auto meanGain = limited.mean();
    const auto ridge = penalty * static_cast<double>(samples.size()) * torch::eye(3, torch::kDouble);
    const auto weight =
        torch::linalg_solve(standard.t().mm(standard) + ridge, standard.t().mv(limited - meanGain).unsqueeze(1))
            .squeeze(1);
    ImageGuard guard;
    guard.m_mean = asEvidence(mean);
    guard.m_spread = asEvidence(spread);
    guard.m_weight = asEvidence(weight);
    guard.m_meanGain = meanGain.item<double>();
    return guard;
}

double ImageGuard::forecast(const GuardEvidence& evidence) const {
    double gain = m_meanGain;
    for (const auto part : parts)
        gain += m_weight.*part * std::clamp((evidence.*part - m_mean.*part) / m_spread.*part, -farthest, farthest);
    return gain;
}

torch::Tensor ImageGuard::toTensor() const {
    std::vector<double> values;
    for (const auto* set : {&m_mean, &m_spread, &m_weight}) {
        for (const auto part : parts)
            values.push_back(set->*part);
    }
    values.push_back(m_meanGain);
    return torch::tensor(values, torch::kDouble);
}

Result<ImageGuard> ImageGuard::fromTensor(const torch::Tensor& table) {
    if (table.dim() != 1 || table.size(0) != static_cast<std::int64_t>(parameters) ||
        !at::isfinite(table).all().item<bool>() || !table.slice(0, 3, 6).gt(0.0).all().item<bool>())
        return fail(ErrorCode::InvalidArgument, {"image guard", "its parameters are not those of a guard"});
    const auto values = table.to(torch::kCPU, torch::kDouble);
    ImageGuard guard;
    guard.m_mean = asEvidence(values.slice(0, 0, 3));
    guard.m_spread = asEvidence(values.slice(0, 3, 6));
    guard.m_weight = asEvidence(values.slice(0, 6, 9));
    guard.m_meanGain = values[9].item<double>();
    return guard;
}

} // namespace limpid
