// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <array>
#include <vector>

namespace limpid {

// The changes of light and tone that widen a source domain beyond the papers' mixtures. Limpid's own: no constants of a
// paper stand behind them.

/// Gains of the red, green and blue channel.
struct CastRanges {
    DrawRange red{0.75, 1.25};
    DrawRange green{0.75, 1.25};
    DrawRange blue{0.75, 1.25};
};

/// Stray light over the image.
struct VeilRanges {
    DrawRange level{0.0, 0.25};
    DrawRange gradient{0.0, 0.8};  ///< how much the veil changes across the image; 0: even
    DrawRange whiteness{0.8, 1.0}; ///< of its red, green and blue, drawn one by one
};

/// One drawn veil.
struct VeilParameters {
    double level = 0.0;
    double gradientX = 0.0;
    double gradientY = 0.0;
    std::array<double, 3> colour{1.0, 1.0, 1.0};
};

std::array<double, 3> drawCast(const CastRanges& ranges, RandomDraws& draws);
VeilParameters drawVeil(const VeilRanges& ranges, RandomDraws& draws);

// On [N,3,H,W] in [0,1], in place; one parameter per sample; clipped to [0,1].

/// x * gain, channel by channel.
void applyCast(at::Tensor& images, const std::vector<std::array<double, 3>>& gains);
/// x * (1 - v) + colour * v with v = level * (1 + gradientX * (2 px - 1) + gradientY * (2 py - 1)) limited to [0,1]; px
/// and py are the pixel's place as a share of the width and height.
void applyVeil(at::Tensor& images, const std::vector<VeilParameters>& veils);
/// x ^ exponent.
void applyGamma(at::Tensor& images, const std::vector<double>& exponents);
/// x * factor.
void applyDarkening(at::Tensor& images, const std::vector<double>& factors);

} // namespace limpid
