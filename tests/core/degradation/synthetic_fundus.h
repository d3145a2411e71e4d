// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid::test {

/// A disc as field of view, float32 [samples,1,side,side].
inline torch::Tensor discFieldOfView(std::int64_t samples, std::int64_t side) {
    const torch::Tensor place = (torch::arange(side, torch::kFloat32) + 0.5) / static_cast<double>(side) - 0.5;
    const torch::Tensor squared = place.square().view({1, 1, 1, -1}) + place.square().view({1, 1, -1, 1});
    return (squared < 0.23).to(torch::kFloat32).repeat({samples, 1, 1, 1});
}

/// An orange disc with thin dark lines in both directions: colour, shading and "vessels" with nothing random.
inline torch::Tensor stripedFundus(std::int64_t samples, std::int64_t side) {
    const torch::Tensor place = (torch::arange(side, torch::kFloat32) + 0.5) / static_cast<double>(side);
    const torch::Tensor across = place.view({1, 1, 1, -1});
    const torch::Tensor down = place.view({1, 1, -1, 1});
    const auto lines = [](const torch::Tensor& phase) {
        return torch::exp((torch::cos(phase) - 1.0) * 8.0);
    };
    const torch::Tensor vessels = torch::maximum(lines(across * 50.0 + down * 15.0), lines(down * 45.0 - across * 9.0));
    const torch::Tensor light = 0.85 + 0.15 * across;
    const torch::Tensor red = light * (0.75 - 0.15 * vessels);
    const torch::Tensor green = light * (0.45 - 0.2 * vessels);
    const torch::Tensor blue = light * (0.2 - 0.08 * vessels);
    return torch::cat({red, green, blue}, 1).repeat({samples, 1, 1, 1}) * discFieldOfView(samples, side);
}

inline double valueAt(const torch::Tensor& images, std::int64_t sample, std::int64_t channel, std::int64_t row,
                      std::int64_t column) {
    return images.index({sample, channel, row, column}).item<double>();
}

inline double largestDifference(const torch::Tensor& left, const torch::Tensor& right) {
    return (left - right).abs().max().item<double>();
}

} // namespace limpid::test
