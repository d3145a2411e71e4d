// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/vessel_contrast.h"

#include "metrics/local_filters.h"
#include "metrics/vessel_map.h"

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// Sigma of the local background and the gap left beside a vessel, in pixels of an image 512 wide.
constexpr double kBackgroundPx = 12.0;
constexpr double kGapPx = 2.0;
/// The darkest background that a contrast is taken against, so that black corners do not divide by nothing.
constexpr double kLeastBackground = 0.02;

torch::Tensor meanOver(const torch::Tensor& values, const torch::Tensor& mask) {
    return (values * mask).sum({1, 2, 3}) / mask.sum({1, 2, 3}).clamp_min(1.0);
}

/// |difference of second differences|, [N,1,H,W]: blind to brightness, to slopes and to straight edges along the axes.
torch::Tensor laplacianDifference(const torch::Tensor& green) {
    const auto second = torch::arange(-1, 2, green.options()).abs() * 3.0 - 2.0; // 1, -2, 1
    const auto kernel = second.reshape({1, 1, 3, 1}) * second.reshape({1, 1, 1, 3});
    return torch::conv2d(torch::replication_pad2d(green, {1, 1, 1, 1}), kernel).abs();
}

} // namespace

VesselContrast vesselContrast(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                              const torch::Tensor& vessels) {
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3, "the index is taken of [N,3,H,W] images");
    const torch::NoGradGuard noGrad;
    const auto green = images.narrow(1, 1, 1);
    const auto inside =
        fieldOfView.defined() ? fieldOfView.to(green.options()).expand_as(green) : torch::ones_like(green);
    const auto map =
        vessels.defined() ? vessels.to(green.options()).expand_as(green) * inside : findVessels(images, inside);
    const double scale = static_cast<double>(std::max(images.size(2), images.size(3))) / 512.0;

    const auto beside = inside * (1 - dilateDisc(map, static_cast<int>(std::lround(kGapPx * scale))));
    const auto local = maskedLocalMean(green, beside, kBackgroundPx * scale).clamp_min(kLeastBackground);
    VesselContrast contrast;
    contrast.weber = meanOver((local - green) / local, map);

    // The rim of the field of view is an edge of its own: two pixels are left out.
    const auto quiet = beside * erodeDisc(inside, 2);
    const auto median = upperQuantile(laplacianDifference(green) / local, quiet, 0.5).reshape({-1});
    contrast.noise = torch::nan_to_num(median / (0.6745 * 6.0), 0.0, 0.0, 0.0);
    const auto square = contrast.weber.square();
    contrast.index = contrast.weber * contrast.weber.abs() / (square + contrast.noise.square()).sqrt().clamp_min(1e-12);
    return contrast;
}

} // namespace limpid
