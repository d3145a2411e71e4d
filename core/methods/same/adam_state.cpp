// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adam_state.h"

#include <ATen/Functions.h>
#include <ATen/core/grad_mode.h>
#include <torch/nn/module.h>
#include <torch/optim/adam.h>

#include <cstdint>
#include <memory>
#include <sstream>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr auto stepSuffix = ".step";
constexpr auto meanSuffix = ".exp_avg";
constexpr auto squareSuffix = ".exp_avg_sq";

using States = std::remove_cvref_t<decltype(std::declval<torch::optim::Adam&>().state())>;

/// Under which key an optimiser keeps a parameter's state: LibTorch 1.13 prints the address of the tensor's
/// implementation, 2.x takes the address itself.
template <typename Key>
Key keyOf(const at::Tensor& parameter) {
    if constexpr (std::is_same_v<Key, std::string>) {
        std::ostringstream text;
        text << parameter.unsafeGetTensorImpl();
        return text.str();
    } else {
        return parameter.unsafeGetTensorImpl();
    }
}

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

NamedTensors adamTensors(const torch::optim::Adam& optimiser, const torch::nn::Module& network) {
    NamedTensors tensors;
    const States& states = optimiser.state();
    for (const auto& item : network.named_parameters()) {
        const auto found = states.find(keyOf<States::key_type>(item.value()));
        if (found == states.end())
            continue;
        const auto& state = static_cast<const torch::optim::AdamParamState&>(*found->second);
        const std::int64_t step = state.step();
        tensors.emplace_back(item.key() + stepSuffix, at::scalar_tensor(step, at::TensorOptions().dtype(at::kLong)));
        tensors.emplace_back(item.key() + meanSuffix, state.exp_avg());
        tensors.emplace_back(item.key() + squareSuffix, state.exp_avg_sq());
    }
    return tensors;
}

Result<void> restoreAdam(torch::optim::Adam& optimiser, const torch::nn::Module& network, const NamedTensors& tensors) {
    const auto odd = [](const std::string& reason) {
        return fail(ErrorCode::InvalidArgument, {"The optimiser's state", reason});
    };
    std::unordered_map<std::string, at::Tensor> found;
    for (const auto& [name, tensor] : tensors)
        found.emplace(name, tensor);
    const at::NoGradGuard noGrad;
    std::vector<std::pair<at::Tensor, std::unique_ptr<torch::optim::AdamParamState>>> restored;
    for (const auto& item : network.named_parameters()) {
        const auto& name = item.key();
        const auto step = found.find(name + stepSuffix);
        const auto mean = found.find(name + meanSuffix);
        const auto square = found.find(name + squareSuffix);
        if (step == found.end() && mean == found.end() && square == found.end())
            continue;
        if (step == found.end() || mean == found.end() || square == found.end())
            return odd("it is not whole for '" + name + "'");
        if (step->second.scalar_type() != at::kLong || step->second.dim() != 0 ||
            step->second.item<std::int64_t>() < 1 || !fits(mean->second, item.value()) ||
            !fits(square->second, item.value()))
            return odd("it does not fit '" + name + "'");
        auto state = std::make_unique<torch::optim::AdamParamState>();
        state->step(step->second.item<std::int64_t>());
        state->exp_avg(copyLike(item.value(), mean->second));
        state->exp_avg_sq(copyLike(item.value(), square->second));
        restored.emplace_back(item.value(), std::move(state));
    }
    // Three tensors were used for each parameter; more than that belong to no parameter, or stand there twice.
    if (3 * restored.size() != tensors.size())
        return odd("it knows parameters that the network does not have");
    for (auto& [parameter, state] : restored)
        optimiser.state()[keyOf<States::key_type>(parameter)] = std::move(state);
    return {};
}

} // namespace limpid
