// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/psnr.h"

#include <cmath>

namespace limpid {

torch::Tensor meanSquaredError(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& mask) {
    TORCH_CHECK(a.dim() == 4 && a.sizes() == b.sizes(), "two [N,C,H,W] batches of one shape are compared");
    const auto squared = (a - b).square();
    if (!mask.defined()) {
        return squared.mean({1, 2, 3});
    }
    const auto weight = mask.to(squared.scalar_type());
    const auto pixels = weight.expand({a.size(0), 1, a.size(2), a.size(3)}).sum({1, 2, 3});
    return (squared * weight).sum({1, 2, 3}) / (pixels * static_cast<double>(a.size(1)));
}

torch::Tensor psnr(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& mask, double dataRange) {
    return 20.0 * std::log10(dataRange) - 10.0 * meanSquaredError(a, b, mask).log10();
}

} // namespace limpid
