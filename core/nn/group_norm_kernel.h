// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// Group normalisation (Wu and He 2018; eps 1e-5) of `x` [N, C, H, W], followed by a scale and a shift per channel,
/// float32 [C] each; C is a multiple of `groups`. The result has x's dtype and memory format.
///
/// Channels-last bfloat16 on a CPU takes two passes over the memory forward and two backward, with sums in float32 and
/// float64. LibTorch 1.13 takes them in bfloat16 there: from 32 x 32 px on they stop growing, and features and
/// gradients come out wrong by a factor. Everything else goes to LibTorch.
torch::Tensor groupNorm(const torch::Tensor& x, std::int64_t groups, const torch::Tensor& scale,
                        const torch::Tensor& shift);

} // namespace limpid
