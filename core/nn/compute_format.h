// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/types.h>

#include <string_view>

namespace limpid {

/// In which number format and memory order a network computes. Parameters, losses and optimisers stay float32.
struct ComputeFormat {
    torch::Dtype dtype = torch::kFloat;
    bool channelsLast = true;

    /// `x` in this format; a copy only where it differs.
    torch::Tensor apply(const torch::Tensor& x) const;
    /// "float32" or "bfloat16".
    std::string_view name() const;
};

/// Times a small convolution forward and backward on the device in both number formats and takes bfloat16 where it is
/// at least half as fast again: true on GPUs and on CPUs with AMX or AVX-512 BF16 (6 to 8 times there), false on
/// others, which emulate it. Takes about 50 ms; the answer is stable on one machine because the ratio is far from the
/// limit.
ComputeFormat fastestFormat(const torch::Device& device);

/// "auto", "float32" or "bfloat16".
Result<ComputeFormat> formatByName(std::string_view name, const torch::Device& device);

} // namespace limpid
