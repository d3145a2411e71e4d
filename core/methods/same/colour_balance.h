// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "nn/convolution.h"

namespace limpid {

/// Gain and offset of every colour channel for a whole image, from the image's colour statistics and the deepest
/// features of the encoder. Our own addition to the compact network: its normalised levels tell relative brightness
/// well, but not which cast, veil or exposure the photograph as a whole has.
class ColourBalanceImpl : public torch::nn::Module {
public:
    /// `context` channels of the deepest features, `hidden` units in each of two hidden layers.
    ColourBalanceImpl(int64_t imageChannels, int64_t context, int64_t hidden);

    /// `image` [N, C, H, W] in [-1, 1], float32, -1 outside of the field of view; `deepest` [N, context, h, w].
    /// Returns [N, 2 C, 1, 1] float32: gains, then offsets; zero changes nothing.
    torch::Tensor forward(const torch::Tensor& image, const torch::Tensor& deepest);

    /// Draws the weights for a network that starts by changing next to nothing.
    void initialise();

private:
    Convolution m_first;
    Convolution m_second;
    Convolution m_last;
};
TORCH_MODULE(ColourBalance);

/// Four statistics of every channel inside the field of view, taken to be where a channel is brighter than 2 %: mean,
/// standard deviation, highlights and shadows (power means of exponent 8 of the image and of its negative). [N, C, H,
/// W] in [-1, 1] to [N, 4 C, 1, 1], each in [0, 1]. Differentiable.
torch::Tensor colourStatistics(const torch::Tensor& image);

} // namespace limpid
