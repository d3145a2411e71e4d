// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "nn/convolution.h"
#include "nn/normalisation.h"
#include "nn/transposed_convolution.h"

#include <torch/nn/module.h>
#include <torch/nn/pimpl.h>

namespace limpid {

/// How a level of the U-Net is built; see UnetConfiguration for the meaning of the switches.
struct UnetLevelOptions {
    int64_t inputs = 0;
    int64_t outputs = 0;
    bool activation = true; ///< Activation before the convolution.
    bool norm = true;       ///< Normalisation after it.
    bool instanceNorm = true;
    bool refinement = false;
    bool dropout = false; ///< Dropout 0.5 at the end, while training.
};

/// Normalisation of a level: the paper's instance norm, or group norm with 8 channels per group or fewer.
class UnetNormImpl : public torch::nn::Module {
public:
    UnetNormImpl(bool instanceNorm, int64_t channels);
    torch::Tensor forward(const torch::Tensor& x);

private:
    GroupNormalisation m_groupNorm{nullptr};
};
TORCH_MODULE(UnetNorm);

/// Shortcut around LeakyReLU, 3x3, norm, LeakyReLU, 3x3, norm. Not in the paper; the compact network's way to sharp
/// detail.
class UnetRefinementImpl : public torch::nn::Module {
public:
    UnetRefinementImpl(bool instanceNorm, int64_t channels);
    torch::Tensor forward(const torch::Tensor& x);

private:
    Convolution m_first{nullptr};
    Convolution m_second{nullptr};
    UnetNorm m_firstNorm{nullptr};
    UnetNorm m_secondNorm{nullptr};
};
TORCH_MODULE(UnetRefinement);

/// One halving of the encoder: [LeakyReLU 0.2], Conv 4x4 stride 2, [norm], [refinement]: [N, in, H, W] ->
/// [N, out, H/2, W/2]. The convolution's name is its index in the released Sequential ("0" or "1"). Dropout is not
/// used.
class EncoderLevelImpl : public torch::nn::Module {
public:
    explicit EncoderLevelImpl(const UnetLevelOptions& options);
    torch::Tensor forward(const torch::Tensor& x);

private:
    bool m_activation;
    Convolution m_convolution{nullptr};
    UnetNorm m_norm{nullptr};
    UnetRefinement m_refinement{nullptr};
};
TORCH_MODULE(EncoderLevel);

/// One doubling of a decoder: ReLU, ConvTranspose 4x4 stride 2, [norm], [dropout 0.5], [refinement]: [N, in, H, W] ->
/// [N, out, 2H, 2W]. The convolution's name is "1", its index in the released Sequential.
class DecoderLevelImpl : public torch::nn::Module {
public:
    explicit DecoderLevelImpl(const UnetLevelOptions& options);
    torch::Tensor forward(const torch::Tensor& x);

private:
    bool m_dropout;
    TransposedConvolution m_convolution{nullptr};
    UnetNorm m_norm{nullptr};
    UnetRefinement m_refinement{nullptr};
};
TORCH_MODULE(DecoderLevel);

} // namespace limpid
