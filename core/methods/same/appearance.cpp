// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/appearance.h"

namespace limpid {

namespace {

/// Mean over the mask of every channel, [N, C].
torch::Tensor meanInside(const torch::Tensor& values, const torch::Tensor& mask) {
    return (values * mask).sum({2, 3}) / mask.sum({2, 3}).clamp_min(1.0);
}

torch::Tensor smooth(const torch::Tensor& x, int64_t window) {
    return torch::avg_pool2d(x, {window, window}, {1, 1}, {window / 2, window / 2}, false, /*count_include_pad=*/false);
}

} // namespace

torch::Tensor appearanceStatistics(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    const auto mean = meanInside(images, fieldOfView);
    const auto centred = (images - mean.unsqueeze(2).unsqueeze(3)) * fieldOfView;
    const auto deviation = meanInside(centred.pow(2), fieldOfView).sqrt();
    const auto cell = std::max<int64_t>(1, images.size(2) / 16);
    const auto coarseMask = torch::avg_pool2d(fieldOfView, {cell, cell});
    const auto illumination = torch::avg_pool2d(centred.mean(1, true), {cell, cell});
    const auto spread = meanInside(illumination.pow(2), coarseMask.ge(0.5).to(images.scalar_type())).sqrt();
    const auto green = centred.slice(1, 1, 2);
    const auto fine = green - smooth(green, 3);
    const auto coarse = smooth(green, 3) - smooth(green, 13);
    const auto energies = torch::cat({meanInside(fine.abs(), fieldOfView), meanInside(coarse.abs(), fieldOfView)}, 1);
    // Energies span orders of magnitude between sharp and blurred images; their logarithms do not.
    return torch::cat({mean, deviation, spread, torch::log(energies + 1e-3)}, 1);
}

} // namespace limpid
