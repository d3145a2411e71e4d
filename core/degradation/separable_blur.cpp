// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/separable_blur.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// One direction of a correlation with per-sample taps, as a sum of shifted images: depthwise convolutions of LibTorch
/// cost several times as much, and here a sample with few taps costs little.
torch::Tensor filterOneWay(const torch::Tensor& images, const std::vector<std::vector<double>>& taps, bool alongX) {
    const std::int64_t direction = alongX ? 2 : 1; // Of one sample, [C,H,W].
    torch::Tensor filtered = torch::empty_like(images);
    for (std::int64_t sample = 0; sample < images.size(0); ++sample) {
        const auto& weights = taps[static_cast<std::size_t>(sample)];
        const auto middle = static_cast<std::int64_t>(weights.size() / 2);
        std::int64_t radius = middle;
        while (radius > 0 && weights[static_cast<std::size_t>(middle - radius)] == 0.0)
            --radius;
        const torch::Tensor image = images.select(0, sample);
        torch::Tensor sum = filtered.select(0, sample);
        const torch::Tensor padded = alongX ? torch::reflection_pad2d(image, {radius, radius, 0, 0})
                                            : torch::reflection_pad2d(image, {0, 0, radius, radius});
        const auto shifted = [&](std::int64_t offset) {
            return padded.narrow(direction, radius + offset, image.size(direction));
        };
        torch::mul_out(sum, image, torch::scalar_tensor(weights[static_cast<std::size_t>(middle)]));
        for (std::int64_t offset = 1; offset <= radius; ++offset) {
            sum.add_(shifted(-offset), weights[static_cast<std::size_t>(middle - offset)]);
            sum.add_(shifted(offset), weights[static_cast<std::size_t>(middle + offset)]);
        }
    }
    return filtered;
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
