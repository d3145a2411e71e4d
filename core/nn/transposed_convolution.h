// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace limpid {

/// Transposed convolution with kernel 4, stride 2 and padding 1: [N, in, H, W] -> [N, out, 2H, 2W].
///
/// The parameters have ConvTranspose2d's names, shapes ([in, out, 4, 4] and [out]) and values, so that weights can be
/// exchanged with other implementations. It is computed as one 2x2 convolution that yields the four output phases,
/// which are then interleaved: the same sums, several times faster than LibTorch's own kernel on a CPU, and right
/// in bfloat16, where LibTorch 1.13's kernel returns a tensor of the wrong shape. Computes in the input's dtype.
class TransposedConvolutionImpl : public torch::nn::Module {
public:
    TransposedConvolutionImpl(int64_t inputChannels, int64_t outputChannels);

    torch::Tensor forward(const torch::Tensor& x) const;

    /// As Convolution::rescale(); every output pixel sums 2 x 2 taps of each input channel.
    void rescale(double gain);

    torch::Tensor weight;
    torch::Tensor bias;
};
TORCH_MODULE(TransposedConvolution);

} // namespace limpid
