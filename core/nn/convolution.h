// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace limpid {

/// Shape of a convolution kernel.
struct ConvolutionShape {
    int64_t kernel = 3;
    int64_t stride = 1;
    int64_t padding = 1;
    int64_t dilation = 1;
};

/// 2-D convolution with bias that computes in the dtype of its input while its parameters stay float32, so that one
/// network serves float32 and bfloat16. Parameters "weight" [out, in, k, k], drawn from Normal(0, 0.02) as the released
/// SAME network does (rescale() for other networks), and "bias" [out], zero.
class ConvolutionImpl : public torch::nn::Module {
public:
    ConvolutionImpl(int64_t inputChannels, int64_t outputChannels, ConvolutionShape shape = {});

    /// [N, in, H, W] -> [N, out, H', W'].
    torch::Tensor forward(const torch::Tensor& x) const;

    /// Draws the weights again from Normal(0, gain / sqrt(in k k)): He initialisation for gain sqrt(2). For networks of
    /// few channels, where 0.02 leaves too little signal.
    void rescale(double gain);

    torch::Tensor weight;
    torch::Tensor bias;

private:
    ConvolutionShape m_shape;
};
TORCH_MODULE(Convolution);

} // namespace limpid
