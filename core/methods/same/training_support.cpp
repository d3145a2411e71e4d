// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/training_support.h"

#include "storage/checkpoint.h"

#include <ATen/Functions.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {

SampleSplit splitIndices(std::int64_t count, double heldOutShare, std::int64_t mostHeldOut, at::Generator& generator) {
    const auto shuffled = at::randperm(count, generator, torch::TensorOptions().dtype(torch::kLong));
    const auto wanted = static_cast<std::int64_t>(std::llround(static_cast<double>(count) * heldOutShare));
    const auto held = std::clamp<std::int64_t>(std::min(wanted, mostHeldOut), 1, count - 1);
    return {shuffled.narrow(0, 0, count - held), shuffled.narrow(0, count - held, held)};
}

torch::Tensor drawIndices(const torch::Tensor& indices, std::int64_t count, at::Generator& generator) {
    const auto options = torch::TensorOptions().dtype(torch::kLong);
    return indices.index_select(0, at::randint(0, indices.size(0), {count}, generator, options));
}

torch::Tensor asUnitFloat(const torch::Tensor& values) {
    return values.scalar_type() == torch::kByte ? values.to(torch::kFloat) / 255.0 : values.to(torch::kFloat);
}

torch::Tensor probabilityCrossEntropy(const torch::Tensor& probabilities, const torch::Tensor& targets) {
    constexpr double margin = 1e-6;
    const auto inside = probabilities * (1.0 - 2.0 * margin) + margin;
    return -(targets * inside.log() + (1.0 - targets) * (1.0 - inside).log()).mean();
}

double cosineDecay(int step, int totalSteps, double floor) {
    const auto share = static_cast<double>(step) / std::max(1, totalSteps - 1);
    return floor + (1.0 - floor) * 0.5 * (1.0 + std::cos(std::numbers::pi * std::min(share, 1.0)));
}

std::int64_t firstNotFinite(const torch::Tensor& values) {
    const auto bad = at::isfinite(values).logical_not().nonzero();
    return bad.size(0) == 0 ? -1 : bad[0][0].item<std::int64_t>();
}

NamedTensors copyOfState(const torch::nn::Module& module) {
    auto tensors = tensorsOf(module);
    for (auto& [name, tensor] : tensors) {
        tensor = tensor.clone();
    }
    return tensors;
}

double areaUnderCurve(const torch::Tensor& negative, const torch::Tensor& positive) {
    const auto below = negative.flatten().to(torch::kDouble).unsqueeze(0);
    const auto above = positive.flatten().to(torch::kDouble).unsqueeze(1);
    return ((above > below).to(torch::kDouble) + (above == below).to(torch::kDouble) * 0.5).mean().item<double>();
}

} // namespace limpid
