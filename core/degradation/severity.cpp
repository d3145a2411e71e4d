// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/severity.h"

#include "degradation/colour_operations.h"

#include <torch/types.h>

#include <algorithm>

namespace limpid {

namespace {

constexpr double faultlessDb = 35.0;
constexpr double hopelessDb = 10.0;
constexpr double gradientSidePx = 128.0;

torch::Tensor perSample(const torch::Tensor& values) {
    return values.sum({1, 2, 3});
}

torch::Tensor toneLoss(const torch::Tensor& degraded, const torch::Tensor& clean, const torch::Tensor& fieldOfView) {
    torch::Tensor difference = (degraded - clean).square_();
    difference.mul_(fieldOfView);
    const torch::Tensor count = (perSample(fieldOfView) * static_cast<double>(clean.size(1))).clamp_min(1.0);
    const torch::Tensor psnr = torch::log10((perSample(difference) / count).clamp_min(1e-10)) * -10.0;
    return ((faultlessDb - psnr) / (faultlessDb - hopelessDb)).clamp(0.0, 1.0);
}

struct Gradients {
    torch::Tensor across;
    torch::Tensor down;
};

Gradients gradients(const torch::Tensor& images, std::int64_t block, const torch::Tensor& inside) {
    torch::Tensor grey = images.size(1) == 3 ? luma(images) : images;
    if (block > 1)
        grey = torch::avg_pool2d(grey, block);
    const std::int64_t height = grey.size(2) - 2;
    const std::int64_t width = grey.size(3) - 2;
    const auto shifted = [&](std::int64_t y, std::int64_t x) {
        return grey.narrow(2, y, height).narrow(3, x, width);
    };
    return {(shifted(1, 2) - shifted(1, 0)).mul_(inside), (shifted(2, 1) - shifted(0, 1)).mul_(inside)};
}

torch::Tensor product(const Gradients& left, const Gradients& right) {
    return perSample(left.across * right.across) + perSample(left.down * right.down);
}

torch::Tensor structureLoss(const torch::Tensor& degraded, const torch::Tensor& clean,
                            const torch::Tensor& fieldOfView) {
    const double side = static_cast<double>(std::min(clean.size(2), clean.size(3)));
    const auto block = std::max<std::int64_t>(1, static_cast<std::int64_t>(side / gradientSidePx + 0.5));
    torch::Tensor inside = block > 1 ? torch::avg_pool2d(fieldOfView, block) : fieldOfView;
    // a difference counts where it and its neighbours are wholly inside: the rim is the strongest edge and no structure
    inside = 1.0 - torch::max_pool2d(1.0 - (inside > 0.999).to(clean.dtype()), 3, 1);
    const Gradients before = gradients(clean, block, inside);
    const Gradients after = gradients(degraded, block, inside);
    const torch::Tensor energyBefore = product(before, before).clamp_min(1e-12);
    const torch::Tensor energyAfter = product(after, after).clamp_min(1e-12);
    const torch::Tensor common = product(after, before);
    const torch::Tensor kept = (common / energyBefore).clamp(0.0, 1.0);
    const torch::Tensor agreement = (common / (energyBefore * energyAfter).sqrt()).clamp(0.0, 1.0);
    // without any structure in the clean image there is none to lose
    return (1.0 - (kept * agreement).sqrt()) * (energyBefore > 1e-9).to(clean.dtype());
}

} // namespace

at::Tensor lossSeverity(const at::Tensor& degraded, const at::Tensor& clean, const at::Tensor& fieldOfView) {
    const torch::Tensor tone = toneLoss(degraded, clean, fieldOfView);
    const torch::Tensor structure = structureLoss(degraded, clean, fieldOfView);
    return 1.0 - (1.0 - tone) * (1.0 - structure);
}

} // namespace limpid
