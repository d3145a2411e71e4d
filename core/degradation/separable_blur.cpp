// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/separable_blur.h"

#include <torch/types.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace limpid {

namespace {

/// One direction of a correlation with per-sample taps: every channel of every sample is a group of one convolution.
torch::Tensor filterOneWay(const torch::Tensor& images, const std::vector<std::vector<double>>& taps, bool alongX) {
    const std::int64_t samples = images.size(0);
    const std::int64_t channels = images.size(1);
    const auto length = static_cast<std::int64_t>(taps.front().size());
    if (length == 1)
        return images;
    const std::int64_t radius = length / 2;
    torch::Tensor weights = torch::empty({samples, length}, torch::kFloat32);
    auto cells = weights.accessor<float, 2>();
    for (std::int64_t sample = 0; sample < samples; ++sample)
        for (std::int64_t tap = 0; tap < length; ++tap)
            cells[sample][tap] =
                static_cast<float>(taps[static_cast<std::size_t>(sample)][static_cast<std::size_t>(tap)]);
    weights = weights.to(images.device()).repeat_interleave(channels, 0);
    weights =
        alongX ? weights.view({samples * channels, 1, 1, length}) : weights.view({samples * channels, 1, length, 1});
    const std::int64_t padX = alongX ? radius : 0;
    const std::int64_t padY = alongX ? 0 : radius;
    torch::Tensor padded = torch::reflection_pad2d(images, {padX, padX, padY, padY});
    padded = padded.view({1, samples * channels, padded.size(2), padded.size(3)});
    const std::array<std::int64_t, 2> one{1, 1};
    const std::array<std::int64_t, 2> zero{0, 0};
    return torch::conv2d(padded, weights, torch::Tensor(), at::IntArrayRef(one), at::IntArrayRef(zero),
                         at::IntArrayRef(one), samples * channels)
        .view(images.sizes());
}

} // namespace

int blurRadius(double width) {
    return std::max(0, static_cast<int>(std::ceil((width - 1.0) / 2.0 - 1e-9)));
}

std::vector<double> blurTaps(double width, double sigma, int radius) {
    const double spread = std::max(sigma, 1e-3);
    std::vector<double> taps;
    double sum = 0.0;
    for (int offset = -radius; offset <= radius; ++offset) {
        const double inside = std::clamp(width / 2.0 + 0.5 - std::abs(offset), 0.0, 1.0);
        const double weight = offset == 0 ? 1.0 : inside * std::exp(-0.5 * offset * offset / (spread * spread));
        taps.push_back(weight);
        sum += weight;
    }
    for (double& tap : taps)
        tap /= sum;
    return taps;
}

at::Tensor filterSeparably(const at::Tensor& images, const std::vector<std::vector<double>>& tapsX,
                           const std::vector<std::vector<double>>& tapsY) {
    return filterOneWay(filterOneWay(images.contiguous(), tapsX, true), tapsY, false);
}

at::Tensor blurSeparably(const at::Tensor& images, const std::vector<BlurWindow>& windows) {
    int radiusX = 0;
    int radiusY = 0;
    for (const BlurWindow& window : windows) {
        radiusX = std::max(radiusX, blurRadius(window.widthX));
        radiusY = std::max(radiusY, blurRadius(window.widthY));
    }
    radiusX = std::min(radiusX, static_cast<int>(images.size(3)) - 1);
    radiusY = std::min(radiusY, static_cast<int>(images.size(2)) - 1);
    std::vector<std::vector<double>> tapsX;
    std::vector<std::vector<double>> tapsY;
    for (const BlurWindow& window : windows) {
        tapsX.push_back(blurTaps(window.widthX, window.sigma, radiusX));
        tapsY.push_back(blurTaps(window.widthY, window.sigma, radiusY));
    }
    return filterSeparably(images, tapsX, tapsY);
}

} // namespace limpid
