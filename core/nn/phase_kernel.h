// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

// A transposed convolution of kernel 4, stride 2 and padding 1 as a 2x2 convolution with padding 1 that gives the four
// output phases, and their interleaving. Output row 2y sums kernel rows 3 and 1 over input rows y-1 and y; output row
// 2y+1 sums rows 2 and 0 over y and y+1; columns likewise. Both functions have a gradient, but not one of that.

/// The 2x2 kernel [4 out, in, 2, 2] of phases (even, even), (even, odd), (odd, even), (odd, odd) in `precision` and
/// memory order `format`, from ConvTranspose2d's `weight` [in, out, 4, 4]. A mere reordering, in one pass: LibTorch's
/// strided copies of it took a third of the paper's training step.
torch::Tensor phaseKernel(const torch::Tensor& weight, torch::ScalarType precision, torch::MemoryFormat format);

/// [N, 4 C, H + 1, W + 1] to [N, C, 2 H, 2 W]: phase 0 of rows and columns starts at index 0, phase 1 at index 1.
torch::Tensor interleavePhases(const torch::Tensor& phases, torch::MemoryFormat format);

} // namespace limpid
