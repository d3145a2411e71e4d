// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/image_guard.h"

#include "metrics/psnr.h"

#include <torch/torch.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace limpid {

namespace {

constexpr std::size_t neighbours = 15;
constexpr std::int64_t columns = 4;
/// Gains beyond this, in dB, are outliers that one neighbour in fifteen must not decide by.
constexpr double largestGain = 3.0;

constexpr std::array<double GuardEvidence::*, 3> parts{&GuardEvidence::sourceToInput, &GuardEvidence::adaptedToInput,
                                                       &GuardEvidence::adaptedToSource};

bool isFinite(const ImageGuard::Sample& sample) {
    const auto& seen = sample.evidence;
    return std::isfinite(seen.sourceToInput) && std::isfinite(seen.adaptedToInput) &&
           std::isfinite(seen.adaptedToSource) && std::isfinite(sample.gain);
}

double deviation(const std::vector<ImageGuard::Sample>& samples, double GuardEvidence::*part) {
    double sum = 0.0;
    double squares = 0.0;
    for (const auto& sample : samples) {
        const double value = sample.evidence.*part;
        sum += value;
        squares += value * value;
    }
    const auto count = static_cast<double>(samples.size());
    const double mean = sum / count;
    return std::sqrt(std::max(squares / count - mean * mean, 0.0));
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

ImageGuard::ImageGuard(std::vector<Sample> samples)
    : m_samples(std::move(samples)) {
    constexpr double leastSpread = 1e-3; // dB; where all are alike, the part says nothing
    for (const auto part : parts)
        m_spread.*part = std::max(deviation(m_samples, part), leastSpread);
}

Result<ImageGuard> ImageGuard::learn(std::vector<Sample> samples) {
    if (samples.size() < fewestSamples)
        return fail(ErrorCode::InvalidArgument, {"image guard", "it has only " + std::to_string(samples.size()) +
                                                                    " samples of known truth to go by"});
    if (!std::all_of(samples.begin(), samples.end(), isFinite))
        return fail(ErrorCode::InvalidArgument, {"image guard", "a sample holds what is no number"});
    return ImageGuard(std::move(samples));
}

double ImageGuard::forecast(const GuardEvidence& evidence) const {
    std::vector<std::pair<double, const Sample*>> near;
    near.reserve(m_samples.size());
    for (const auto& sample : m_samples) {
        double distance = 0.0;
        for (const auto part : parts) {
            const double apart = (sample.evidence.*part - evidence.*part) / m_spread.*part;
            distance += apart * apart;
        }
        near.emplace_back(distance, &sample);
    }
    const auto last = near.begin() + static_cast<std::ptrdiff_t>(std::min(neighbours, near.size()));
    std::partial_sort(near.begin(), last, near.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    constexpr double closest = 3e-3; // squared; nearer ones are as good as the same
    double gain = 0.0;
    double weights = 0.0;
    for (auto one = near.begin(); one != last; ++one) {
        const double weight = 1.0 / (one->first + closest);
        weights += weight;
        gain += weight * std::clamp(one->second->gain, -largestGain, largestGain);
    }
    return gain / weights;
}

torch::Tensor ImageGuard::toTensor() const {
    auto table = torch::empty({static_cast<std::int64_t>(m_samples.size()), columns}, torch::kFloat);
    auto* value = table.data_ptr<float>();
    for (const auto& sample : m_samples) {
        for (const auto part : parts)
            *value++ = static_cast<float>(sample.evidence.*part);
        *value++ = static_cast<float>(sample.gain);
    }
    return table;
}

Result<ImageGuard> ImageGuard::fromTensor(const torch::Tensor& table) {
    if (table.dim() != 2 || table.size(1) != columns)
        return fail(ErrorCode::InvalidArgument, {"image guard", "its table has another shape"});
    const auto rows = table.to(torch::kCPU, torch::kDouble).contiguous();
    const auto* value = rows.data_ptr<double>();
    std::vector<Sample> samples(static_cast<std::size_t>(rows.size(0)));
    for (auto& sample : samples) {
        for (const auto part : parts)
            sample.evidence.*part = *value++;
        sample.gain = *value++;
    }
    return learn(std::move(samples));
}

} // namespace limpid
