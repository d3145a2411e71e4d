// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <cstdint>
#include <vector>

namespace limpid {

/// What a sensor's noise is drawn from; standard deviations in image units (0..1).
struct NoiseRanges {
    DrawRange readSigma{0.0, 0.04};  ///< the same everywhere
    DrawRange shotSigma{0.0, 0.04};  ///< at full white; grows with the square root of the light
    DrawRange correlation{0.0, 1.0}; ///< 0: every pixel for itself; 1: smoothed as by demosaicing (weights 1 2 1)
};

/// One drawn noise; the same seed gives the same field on the same device.
struct NoiseParameters {
    double readSigma = 0.0;
    double shotSigma = 0.0;
    double correlation = 0.0;
    std::uint64_t seed = 0;
};

NoiseParameters drawNoise(const NoiseRanges& ranges, RandomDraws& draws);

/// Standard normal fields [N,C,H,W] like `like`, sample i from seeds[i] alone, on its device.
at::Tensor normalFields(const at::Tensor& like, const std::vector<std::uint64_t>& seeds);

/// Adds noise of variance readSigma^2 + shotSigma^2 * x to every pixel and clips to [0,1]. The smoothing of the
/// correlated option keeps that variance.
/// @param images [N,C,H,W] in [0,1] @param parameters N of them @return like images
at::Tensor applyNoise(const at::Tensor& images, const std::vector<NoiseParameters>& parameters);

} // namespace limpid
