// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

/// The images of golden_metrics.py, made here a second time: both sides must stay the same.
namespace golden {

/// Sines as whole levels 0..255, double [3,H,W].
inline torch::Tensor reference(std::int64_t height, std::int64_t width) {
    auto levels = torch::empty({3, height, width}, torch::kFloat64);
    auto at = levels.accessor<double, 3>();
    for (std::int64_t c = 0; c < 3; ++c) {
        for (std::int64_t row = 0; row < height; ++row) {
            for (std::int64_t column = 0; column < width; ++column) {
                const auto x = static_cast<double>(column);
                const auto y = static_cast<double>(row);
                const auto k = static_cast<double>(c);
                const double value = 127.5 + 70.0 * std::sin(0.11 * x + 0.05 * y + 0.9 * k) +
                                     40.0 * std::sin(0.023 * x * (k + 1.0) - 0.31 * y);
                at[c][row][column] = std::floor(value + 0.5);
            }
        }
    }
    return levels;
}

/// The reference spoiled: "noise" (linear congruential, +-20 levels), "dark" (x 0.6) or "blur" (3x3 mean, wrapping).
inline torch::Tensor variant(std::string_view kind, std::int64_t height, std::int64_t width) {
    const auto clean = reference(height, width);
    if (kind == "dark") {
        return (clean * 0.6 + 0.5).floor().clamp(0, 255);
    }
    if (kind == "blur") {
        auto sum = torch::zeros_like(clean);
        for (int dy = -1; dy <= 1; ++dy) {
            for (int dx = -1; dx <= 1; ++dx) {
                sum += torch::roll(clean, {dy, dx}, {1, 2});
            }
        }
        return (sum / 9.0 + 0.5).floor().clamp(0, 255);
    }
    auto noise = torch::empty_like(clean);
    auto at = noise.accessor<double, 3>();
    std::uint32_t state = 12345;
    for (std::int64_t row = 0; row < height; ++row) {
        for (std::int64_t column = 0; column < width; ++column) {
            for (std::int64_t c = 0; c < 3; ++c) {
                state = state * 1664525U + 1013904223U;
                at[c][row][column] = static_cast<double>((state >> 24U) % 41U) - 20.0;
            }
        }
    }
    return (clean + noise).clamp(0, 255);
}

/// A disc that the upper and the lower border of the image cut, double [1,H,W] in {0,1}.
inline torch::Tensor fieldOfView(std::int64_t height, std::int64_t width) {
    const auto y = (torch::arange(height, torch::kFloat64) * 2 - static_cast<double>(height - 1)).reshape({1, -1, 1});
    const auto x = (torch::arange(width, torch::kFloat64) * 2 - static_cast<double>(width - 1)).reshape({1, 1, -1});
    const auto diameter = static_cast<double>(2 * height + 12);
    return ((x.square() + y.square()) * 4 < diameter * diameter).to(torch::kFloat64);
}

} // namespace golden
