// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/update_privacy.h"

#include "storage/checkpoint.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <sys/random.h>
#include <utility>

namespace limpid {

namespace {

/// Parameters and buffers that are numbers of a continuous kind; what else a network holds (counters) says nothing.
NamedTensors weightsOf(const StructurePreservingUnet& network) {
    auto tensors = tensorsOf(*network);
    std::erase_if(tensors, [](const auto& named) { return !named.second.is_floating_point(); });
    return tensors;
}

double squaredNorm(const torch::Tensor& tensor) {
    return tensor.to(torch::kCPU, torch::kDouble).square().sum().item<double>();
}

struct Norms {
    double update = 0.0;
    double source = 0.0;
    std::int64_t count = 0;
};

Norms normsOf(const NamedTensors& adapted, const NamedTensors& source) {
    Norms norms;
    for (std::size_t i = 0; i < adapted.size(); ++i) {
        const auto& from = source.at(i).second;
        norms.update += squaredNorm(adapted[i].second.to(torch::kDouble) - from.to(torch::kDouble));
        norms.source += squaredNorm(from);
        norms.count += from.numel();
    }
    norms.update = std::sqrt(norms.update);
    norms.source = std::sqrt(norms.source);
    return norms;
}

void fillRandomly(std::uint64_t* values, std::size_t count) {
    auto* bytes = reinterpret_cast<char*>(values);
    std::size_t left = count * sizeof(*values);
    while (left > 0) {
        const auto got = ::getrandom(bytes, left, 0);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            std::abort(); // A kernel without random numbers: there is no noise to be had, and none must be pretended.
        }
        bytes += got;
        left -= static_cast<std::size_t>(got);
    }
}

} // namespace

UpdatePrivacy::UpdatePrivacy(double clip, double noise, NoiseSource draw)
    : m_clip(clip)
    , m_noise(noise)
    , m_draw(std::move(draw)) {}

void UpdatePrivacy::apply(StructurePreservingUnet& network, const StructurePreservingUnet& source) const {
    if (!isOn())
        return;
    const torch::NoGradGuard noGrad;
    const auto adapted = weightsOf(network);
    const auto from = weightsOf(source);
    const auto norms = normsOf(adapted, from);
    const double largest = m_clip * norms.source;
    const double scale = norms.update > largest ? largest / norms.update : 1.0;
    const double deviation = m_noise * largest / std::sqrt(static_cast<double>(std::max<std::int64_t>(norms.count, 1)));
    for (std::size_t i = 0; i < adapted.size(); ++i) {
        const auto& [name, weights] = adapted[i];
        const auto& start = from.at(i).second;
        if (scale < 1.0)
            weights.copy_(start + (weights - start) * scale);
        if (deviation > 0.0)
            weights.add_(m_draw(weights.numel()).view(weights.sizes()).to(weights.device()), deviation);
    }
}

double UpdatePrivacy::relativeNorm(const StructurePreservingUnet& network, const StructurePreservingUnet& source) {
    const auto norms = normsOf(weightsOf(network), weightsOf(source));
    return norms.source > 0.0 ? norms.update / norms.source : 0.0;
}

torch::Tensor UpdatePrivacy::systemNoise(std::int64_t count) {
    constexpr double pi = 3.14159265358979323846;
    constexpr double unit = 1.0 / 9007199254740992.0; // 2^-53
    auto noise = torch::empty({count}, torch::kFloat);
    auto* const values = noise.data_ptr<float>();
    std::array<std::uint64_t, 512> random{};
    for (std::int64_t i = 0; i < count; ++i) {
        const auto pair = static_cast<std::size_t>(i) % (random.size() / 2) * 2;
        if (pair == 0)
            fillRandomly(random.data(), random.size());
        const double radius = (static_cast<double>(random[pair] >> 11) + 1.0) * unit; // above 0: its logarithm is taken
        const double angle = static_cast<double>(random[pair + 1] >> 11) * unit;
        values[i] = static_cast<float>(std::sqrt(-2.0 * std::log(radius)) * std::cos(2.0 * pi * angle));
    }
    return noise;
}

} // namespace limpid
