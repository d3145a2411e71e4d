// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adam_state.h"

#include "nn/adam.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <torch/nn/module.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr auto stepSuffix = ".step";
constexpr auto meanSuffix = ".exp_avg";
constexpr auto squareSuffix = ".exp_avg_sq";

bool fits(const at::Tensor& tensor, const at::Tensor& parameter) {
    return tensor.sizes() == parameter.sizes() && tensor.scalar_type() == parameter.scalar_type();
}

/// A copy laid out like the parameter and on its device, as Adam makes its own.
at::Tensor copyLike(const at::Tensor& parameter, const at::Tensor& values) {
    auto copy = at::empty_like(parameter.detach());
    copy.copy_(values);
    return copy;
}

} // namespace

NamedTensors adamTensors(const Adam& optimiser, const torch::nn::Module& network) {
    NamedTensors tensors;
    const auto parameters = network.named_parameters();
    TORCH_CHECK(parameters.size() == optimiser.memory().size(), "the optimiser belongs to another network");
    for (std::size_t index = 0; index < parameters.size(); ++index) {
        const auto& memory = optimiser.memory()[index];
        if (memory.steps == 0)
            continue;
        const auto& name = parameters[index].key();
        tensors.emplace_back(name + stepSuffix, at::scalar_tensor(memory.steps, at::TensorOptions().dtype(at::kLong)));
        tensors.emplace_back(name + meanSuffix, memory.mean);
        tensors.emplace_back(name + squareSuffix, memory.square);
    }
    return tensors;
}

Result<void> restoreAdam(Adam& optimiser, const torch::nn::Module& network, const NamedTensors& tensors) {
    const auto odd = [](const std::string& reason) {
        return fail(ErrorCode::InvalidArgument, {"The optimiser's state", reason});
    };
    std::unordered_map<std::string, at::Tensor> found;
    for (const auto& [name, tensor] : tensors)
        found.emplace(name, tensor);
    const at::NoGradGuard noGrad;
    std::vector<Adam::Memory> restored;
    std::size_t known = 0;
    for (const auto& item : network.named_parameters()) {
        const auto& name = item.key();
        const auto step = found.find(name + stepSuffix);
        const auto mean = found.find(name + meanSuffix);
        const auto square = found.find(name + squareSuffix);
        auto& memory = restored.emplace_back();
        if (step == found.end() && mean == found.end() && square == found.end())
            continue;
        if (step == found.end() || mean == found.end() || square == found.end())
            return odd("it is not whole for '" + name + "'");
        if (step->second.scalar_type() != at::kLong || step->second.dim() != 0 ||
            step->second.item<std::int64_t>() < 1 || !fits(mean->second, item.value()) ||
            !fits(square->second, item.value()))
            return odd("it does not fit '" + name + "'");
        memory.steps = step->second.item<std::int64_t>();
        memory.mean = copyLike(item.value(), mean->second);
        memory.square = copyLike(item.value(), square->second);
        ++known;
    }
    // Three tensors were used for each parameter; more than that belong to no parameter, or stand there twice.
    if (3 * known != tensors.size())
        return odd("it knows parameters that the network does not have");
    optimiser.setMemory(std::move(restored));
    return {};
}

} // namespace limpid
