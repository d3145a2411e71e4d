// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/ema.h"

namespace limpid {

namespace {

/// Visits parameters and buffers of two modules of the same structure side by side.
template <typename Visit>
void forEachPair(torch::nn::Module& to, const torch::nn::Module& from, const Visit& visit) {
    const auto walk = [&](std::vector<at::Tensor> left, const std::vector<at::Tensor>& right) {
        TORCH_CHECK(left.size() == right.size(), "teacher and student differ in structure");
        for (std::size_t i = 0; i < left.size(); ++i)
            visit(left[i], right[i]);
    };
    walk(to.parameters(), from.parameters());
    walk(to.buffers(), from.buffers());
}

} // namespace

void updateTeacher(torch::nn::Module& teacher, const torch::nn::Module& student, double decay) {
    torch::NoGradGuard noGrad;
    forEachPair(teacher, student, [&](at::Tensor& to, const at::Tensor& from) {
        if (to.is_floating_point())
            to.lerp_(from, 1.0 - decay); // one pass over the memory
        else
            to.copy_(from);
    });
}

void copyState(torch::nn::Module& to, const torch::nn::Module& from) {
    torch::NoGradGuard noGrad;
    forEachPair(to, from, [](at::Tensor& target, const at::Tensor& source) { target.copy_(source); });
}

int64_t copyMatchingState(torch::nn::Module& to, const torch::nn::Module& from) {
    torch::NoGradGuard noGrad;
    int64_t fresh = 0;
    const auto walk = [&](const auto& targets, const auto& sources) {
        for (const auto& target : targets) {
            const auto* source = sources.find(target.key());
            if (source != nullptr && source->sizes() == target.value().sizes())
                target.value().copy_(*source);
            else
                ++fresh;
        }
    };
    walk(to.named_parameters(), from.named_parameters());
    walk(to.named_buffers(), from.named_buffers());
    return fresh;
}

void freeze(torch::nn::Module& network) {
    network.eval();
    for (auto& parameter : network.parameters())
        parameter.requires_grad_(false);
}

int64_t parameterCount(const torch::nn::Module& network) {
    int64_t count = 0;
    for (const auto& parameter : network.parameters())
        count += parameter.numel();
    return count;
}

} // namespace limpid
