// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "nn/convolution.h"

#include <vector>

namespace limpid {

/// Gain and offset of every colour channel as a smooth field over the image: a small network without normalisation that
/// sees the whole photograph at 32 x 32 pixels. Our own addition to the compact network, whose normalised levels tell
/// relative brightness well, but neither which cast, veil or exposure a photograph has nor how its light falls off;
/// most of a restoration's square error is of that kind.
class ToneFieldImpl : public torch::nn::Module {
public:
    /// `hidden` channels in every layer.
    ToneFieldImpl(int64_t imageChannels, int64_t hidden);

    /// `image` [N, C, H, W] in [-1, 1], float32, -1 outside of the field of view; computes in `precision`. Returns
    /// [N, 2 C, H, W] float32: gains, then offsets; zero changes nothing.
    torch::Tensor forward(const torch::Tensor& image, torch::ScalarType precision);

    /// Draws the weights for a network that starts by changing next to nothing.
    void initialise();

private:
    /// Two convolutions, the first of them dilated, with a shortcut.
    struct Block {
        Convolution first{nullptr};
        Convolution second{nullptr};
    };

    Convolution m_first;
    std::vector<Block> m_blocks;
    Convolution m_last;
};
TORCH_MODULE(ToneField);

/// Four statistics of every channel inside the field of view, taken to be where a channel is brighter than 2 %: mean,
/// standard deviation, highlights and shadows (power means of exponent 8 of the image and of its negative). [N, C, H,
/// W] in [-1, 1] to [N, 4 C, 1, 1], each in [0, 1]. Differentiable.
torch::Tensor colourStatistics(const torch::Tensor& image);

} // namespace limpid
