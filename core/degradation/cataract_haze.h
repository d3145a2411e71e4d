// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <vector>

namespace limpid {

/// The side in pixels that the papers' pixel constants are given for; lengths scale with the image's shorter side.
inline constexpr double paperSidePx = 512.0;

/// What one hazed image was drawn from. Defaults: the cataract simulation of ArcNet (Li et al., IEEE TMI 41(7), 2022),
/// SCR-Net and GFE-Net.
struct HazeRanges {
    DrawRange centreShift{-0.3, 0.3}; ///< of the haze's thinnest point from the middle, share of the side
    int smallestWindowPx = 1;         ///< blur window at 512 px, odd numbers
    int largestWindowPx = 7;
    DrawRange sigmaPx{10.0, 30.0}; ///< at 512 px; drawn as a whole number
    DrawRange alpha{0.8, 0.8};     ///< share of the eye's own light that comes through
    DrawRange beta{0.6, 0.8};      ///< strength of the scattered light
    DrawRange contrast{0.9, 1.3};  ///< PIL factors applied afterwards
    DrawRange brightness{0.9, 1.0};
    DrawRange saturation{0.9, 1.3};
};

/// One drawn haze.
struct HazeParameters {
    double centreX = 0.5; ///< share of the width
    double centreY = 0.5;
    int windowPx = 1; ///< at 512 px
    double sigmaPx = 10.0;
    double alpha = 1.0;
    double beta = 0.0;
    double contrast = 1.0;
    double brightness = 1.0;
    double saturation = 1.0;
};

HazeParameters drawHaze(const HazeRanges& ranges, RandomDraws& draws);

/// Hazes every sample: s' = alpha * B + beta * J * (L - B) with B the blurred image, L its maximum per channel and J
/// the distance to the centre over its largest value inside the field of view (0 at the centre, 1 at the farthest
/// point), then contrast, brightness and saturation as PIL has them. The 5x5 smoothing that the papers' code gives J is
/// left out: it only rounds J's tip.
/// @param images [N,3,H,W] in [0,1] @param fieldOfView [N,1,H,W] in {0,1} @param parameters N of them @return like
/// images
at::Tensor applyHaze(const at::Tensor& images, const at::Tensor& fieldOfView,
                     const std::vector<HazeParameters>& parameters);

} // namespace limpid
