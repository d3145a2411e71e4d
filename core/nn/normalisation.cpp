// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/normalisation.h"

#include "nn/group_norm_kernel.h"

namespace limpid {

torch::Tensor instanceNorm(const torch::Tensor& x) {
    const auto options = torch::TensorOptions().dtype(torch::kFloat).device(x.device());
    return groupNorm(x, x.size(1), torch::ones({x.size(1)}, options), torch::zeros({x.size(1)}, options));
}

GroupNormalisationImpl::GroupNormalisationImpl(int64_t groups, int64_t channels)
    : weight(register_parameter("weight", torch::ones({channels})))
    , bias(register_parameter("bias", torch::zeros({channels})))
    , m_groups(groups) {}

torch::Tensor GroupNormalisationImpl::forward(const torch::Tensor& x) const {
    return groupNorm(x, m_groups, weight, bias);
}

} // namespace limpid
