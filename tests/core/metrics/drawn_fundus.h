// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

/// A bright disc on black, uneven in light, crossed by dark curves: all that the vessel measures look at.
struct DrawnFundus {
    torch::Tensor image;       ///< float [1,3,S,S] in [0,1], zero outside the disc
    torch::Tensor fieldOfView; ///< [1,1,S,S] in {0,1}
    torch::Tensor vessels;     ///< [1,1,S,S] in {0,1}
};

/// `depth`: how much darker than its surroundings a vessel is, as a share. 0 draws the disc without vessels.
inline DrawnFundus drawFundus(std::int64_t side, double depth) {
    const auto size = static_cast<double>(side);
    const auto axis = (torch::arange(side, torch::kFloat32) + 0.5) / size - 0.5;
    const auto x = axis.reshape({1, 1, 1, -1});
    const auto y = axis.reshape({1, 1, -1, 1});
    const auto inside = ((x.square() + y.square()) < 0.48 * 0.48).to(torch::kFloat32);
    auto drawn = torch::zeros({1, 1, side, side});
    // Waves across the disc, two wide and two narrow, one pair turned by a quarter.
    const double widths[] = {0.006, 0.004, 0.006, 0.004};
    for (int k = 0; k < 4; ++k) {
        const auto& along = k < 2 ? x : y;
        const auto& across = k < 2 ? y : x;
        const double offset = k % 2 == 0 ? -0.17 : 0.14;
        const auto distance = across - offset - (along * (9.0 + 2.0 * k)).sin() * 0.06;
        const auto slope = (along * (9.0 + 2.0 * k)).cos() * (0.06 * (9.0 + 2.0 * k));
        drawn =
            torch::maximum(drawn, ((distance.abs() / (1.0 + slope.square()).sqrt()) < widths[k]).to(torch::kFloat32));
    }
    drawn = drawn * inside;
    const auto light = (0.55 - x * 0.3 - (x.square() + y.square()) * 0.6) * inside;
    const auto green = light * (1.0 - drawn * depth);
    return {torch::cat({green * 1.4, green, green * 0.5}, 1), inside, drawn};
}
