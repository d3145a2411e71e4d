// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/transposed_convolution.h"

#include <cmath>

namespace limpid {

namespace {

/// Output row 2y sums kernel rows 3 and 1 over input rows y-1 and y; output row 2y+1 sums rows 2 and 0 over y and y+1.
/// In this order the 4 kernel rows become (phase 0: tap 0, tap 1; phase 1: tap 0, tap 1) of a 2-tap kernel.
torch::Tensor phaseKernel(const torch::Tensor& weight) {
    const auto order = torch::tensor({3, 1, 2, 0}, torch::TensorOptions().dtype(torch::kLong).device(weight.device()));
    const auto inputs = weight.size(0);
    const auto outputs = weight.size(1);
    return weight.index_select(2, order)
        .index_select(3, order)
        .view({inputs, outputs, 2, 2, 2, 2})
        .permute({2, 4, 1, 0, 3, 5})
        .reshape({4 * outputs, inputs, 2, 2});
}

} // namespace

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
    const auto kernel = phaseKernel(weight).to(x.scalar_type());
    const auto height = x.size(2);
    const auto width = x.size(3);
    // With padding 1 the result has one more row and column than the input: phase 0 starts at 0, phase 1 at 1.
    const auto phases =
        torch::conv2d(x, kernel, bias.to(x.scalar_type()).repeat({4}), /*stride=*/1, /*padding=*/1).chunk(4, 1);
    const auto phase = [&](std::size_t index) {
        const auto row = static_cast<int64_t>(index / 2);
        const auto column = static_cast<int64_t>(index % 2);
        return phases[index].slice(2, row, row + height).slice(3, column, column + width);
    };
    const auto evenRows = torch::stack({phase(0), phase(1)}, -1).flatten(3);
    const auto oddRows = torch::stack({phase(2), phase(3)}, -1).flatten(3);
    const auto result = torch::stack({evenRows, oddRows}, 3).flatten(2, 3);
    return result.contiguous(x.suggest_memory_format());
}

} // namespace limpid
