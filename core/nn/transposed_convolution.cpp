// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/transposed_convolution.h"

#include "nn/phase_kernel.h"

#include <cmath>

namespace limpid {

TransposedConvolutionImpl::TransposedConvolutionImpl(int64_t inputChannels, int64_t outputChannels)
    : weight(register_parameter("weight", torch::empty({inputChannels, outputChannels, 4, 4})))
    , bias(register_parameter("bias", torch::zeros({outputChannels}))) {
    torch::NoGradGuard noGrad;
    weight.normal_(0.0, 0.02);
}

void TransposedConvolutionImpl::rescale(double gain) {
    torch::NoGradGuard noGrad;
    weight.normal_(0.0, gain / std::sqrt(4.0 * static_cast<double>(weight.size(0))));
}

torch::Tensor TransposedConvolutionImpl::forward(const torch::Tensor& x) const {
    const auto format = x.suggest_memory_format();
    const auto kernel = phaseKernel(weight, x.scalar_type(), format);
    const auto phases = torch::conv2d(x, kernel, bias.to(x.scalar_type()).repeat({4}), /*stride=*/1, /*padding=*/1);
    return interleavePhases(phases, format);
}

} // namespace limpid
