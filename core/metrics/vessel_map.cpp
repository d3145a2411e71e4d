// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/vessel_map.h"

#include "metrics/local_filters.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace limpid {

namespace {

constexpr double kReferenceSide = 512.0;
/// Below this sigma the second derivative is no longer sampled well enough.
constexpr double kLeastSigmaPx = 0.8;
/// Rounds of growth in the hysteresis, of one pixel each; more in images above the reference size.
constexpr int kGrowthRounds = 40;

double scaleOf(const torch::Tensor& images) {
    return static_cast<double>(std::max(images.size(2), images.size(3))) / kReferenceSide;
}

torch::Tensor maskOf(const torch::Tensor& fieldOfView, const torch::Tensor& images) {
    if (!fieldOfView.defined()) {
        return torch::ones({images.size(0), 1, images.size(2), images.size(3)}, images.options());
    }
    return fieldOfView.to(images.options()).expand({images.size(0), 1, images.size(2), images.size(3)});
}

/// (g - mean) / deviation of the surroundings, limited to +-4 and 0 outside the mask.
torch::Tensor normaliseLocally(const torch::Tensor& green, const torch::Tensor& mask, double sigmaPx) {
    // Added to the deviation, about 2 levels of 255: a flat image stays flat instead of showing its rounding.
    constexpr double kLeastDeviation = 0.01;
    const auto difference = (green - maskedLocalMean(green, mask, sigmaPx)) * mask;
    const auto deviation = maskedLocalMean(difference.square(), mask, sigmaPx).clamp_min(0.0).sqrt();
    return (difference / (deviation + kLeastDeviation)).clamp(-4.0, 4.0);
}

/// [orientations,1,k,k] kernels that answer to dark lines of half-width sigma.
torch::Tensor lineKernels(double sigma, const VesselMapOptions& options, const torch::TensorOptions& tensorOptions) {
    const double along = sigma * options.elongation;
    const auto radius = static_cast<std::int64_t>(std::ceil(2.4 * along));
    const auto axis = torch::arange(-radius, radius + 1, tensorOptions);
    const auto x = axis.reshape({1, 1, -1});
    const auto y = axis.reshape({1, -1, 1});
    const auto angle = torch::arange(options.orientations, tensorOptions).reshape({-1, 1, 1}) *
                       (std::numbers::pi / static_cast<double>(options.orientations));
    const auto u = x * angle.cos() + y * angle.sin();
    const auto v = y * angle.cos() - x * angle.sin();
    const auto across = v.square() / (sigma * sigma);
    const auto gaussian = (-0.5 * (across + u.square() / (along * along))).exp();
    const auto kernels = (across - 1.0) * gaussian / gaussian.sum({1, 2}, /*keepdim=*/true);
    return (kernels - kernels.mean({1, 2}, /*keepdim=*/true)).unsqueeze(1);
}

/// The greatest answer over all directions, at a size where the kernel stays small: a line wide enough loses nothing
/// when the image is halved, and the work falls to a sixteenth.
torch::Tensor lineStrength(const torch::Tensor& normal, double sigma, const VesselMapOptions& options) {
    constexpr double kSigmaWorthHalving = 2.0;
    if (sigma >= kSigmaWorthHalving) {
        const auto half = torch::avg_pool2d(normal, {2, 2}, {2, 2}, {0, 0}, /*ceil_mode=*/true);
        const auto answer = lineStrength(half, sigma / 2.0, options);
        return torch::upsample_bilinear2d(answer, {normal.size(2), normal.size(3)}, false);
    }
    const auto kernels = lineKernels(sigma, options, normal.options());
    const auto radius = kernels.size(2) / 2;
    const auto padded = torch::replication_pad2d(normal, {radius, radius, radius, radius});
    return torch::conv2d(padded, kernels).amax(1, /*keepdim=*/true).clamp_min(0.0);
}

} // namespace

torch::Tensor vesselStrength(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                             const VesselMapOptions& options) {
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3, "vessels are sought in [N,3,H,W] images");
    const torch::NoGradGuard noGrad;
    const double scale = scaleOf(images);
    const auto mask = maskOf(fieldOfView, images);
    const auto normal = normaliseLocally(images.narrow(1, 1, 1), mask, options.backgroundPx * scale);
    auto strength = torch::zeros_like(normal);
    for (const double width : options.widthsPx) {
        strength = torch::maximum(strength, lineStrength(normal, std::max(width * scale, kLeastSigmaPx), options));
    }
    return strength * erodeDisc(mask, static_cast<int>(std::lround(options.rimPx * scale)));
}

torch::Tensor vesselMap(const torch::Tensor& strength, const torch::Tensor& fieldOfView,
                        const VesselMapOptions& options) {
    const torch::NoGradGuard noGrad;
    const auto mask = maskOf(fieldOfView, strength);
    const auto above = [&](double share) {
        const auto threshold = upperQuantile(strength, mask, share).clamp_min(options.leastStrength);
        return (strength >= threshold).to(strength.scalar_type()) * mask;
    };
    const auto weak = above(options.weakShare);
    auto vessels = above(options.strongShare);
    // A fixed number of rounds: asking whether anything still grows would wait for the device every time.
    const int rounds = static_cast<int>(std::ceil(kGrowthRounds * std::max(1.0, scaleOf(strength))));
    for (int round = 0; round < rounds; ++round) {
        vessels = torch::max_pool2d(vessels, {3, 3}, {1, 1}, {1, 1}) * weak;
    }
    return vessels;
}

torch::Tensor findVessels(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                          const VesselMapOptions& options) {
    return vesselMap(vesselStrength(images, fieldOfView, options), fieldOfView, options);
}

} // namespace limpid
