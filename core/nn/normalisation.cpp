// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/normalisation.h"

namespace limpid {

torch::Tensor instanceNorm(const torch::Tensor& x) {
    return torch::group_norm(x, x.size(1));
}

GroupNormalisationImpl::GroupNormalisationImpl(int64_t groups, int64_t channels)
    : weight(register_parameter("weight", torch::ones({channels})))
    , bias(register_parameter("bias", torch::zeros({channels})))
    , m_groups(groups) {}

torch::Tensor GroupNormalisationImpl::forward(const torch::Tensor& x) const {
    return torch::group_norm(x, m_groups, weight.to(x.scalar_type()), bias.to(x.scalar_type()));
}

} // namespace limpid
