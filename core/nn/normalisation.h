// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace limpid {

/// Instance normalisation without parameters or running statistics (eps 1e-5): every plane of [N, C, H, W] to mean 0
/// and variance 1. Computed by groupNorm() with one channel per group, which keeps channels-last tensors as they are
/// and is several times faster there than LibTorch's instance norm.
torch::Tensor instanceNorm(const torch::Tensor& x);

/// Group normalisation (Wu and He 2018) with a learned scale and shift per channel: groupNorm(), in the
/// input's dtype.
/// Parameters "weight" [C], ones, and "bias" [C], zeros.
class GroupNormalisationImpl : public torch::nn::Module {
public:
    /// `channels` must be a multiple of `groups`.
    GroupNormalisationImpl(int64_t groups, int64_t channels);

    torch::Tensor forward(const torch::Tensor& x) const;

    torch::Tensor weight;
    torch::Tensor bias;

private:
    int64_t m_groups;
};
TORCH_MODULE(GroupNormalisation);

} // namespace limpid
