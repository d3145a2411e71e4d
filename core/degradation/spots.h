// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <vector>

namespace limpid {

/// What an image's spots are drawn from. Defaults: cofe-Net's image artefacts (Shen et al., IEEE TMI 40(3), 2021).
struct SpotRanges {
    int fewest = 5;
    int most = 10;
    DrawRange size{0.01, 0.05};    ///< r, share of the side
    DrawRange amplitude{1.0, 1.0}; ///< factor on the paper's brightness
};

/// One bright spot; positions are shares of the width and height, lengths of the shorter side.
struct Spot {
    double centreX = 0.5;
    double centreY = 0.5;
    double radius = 0.0;
    double edge = 0.0;  ///< width of the soft edge
    double light = 0.0; ///< added at the centre
};

std::vector<Spot> drawSpots(const SpotRanges& ranges, RandomDraws& draws);

/// Adds the spots to every sample, the same to all channels, and clips. The paper blurs each disc with a small, nearly
/// flat window; here the same soft edge is drawn directly (a ramp as wide as the window), on a grid of at most 128 x
/// 128 cells.
/// @param images [N,C,H,W] in [0,1] @param spots N lists @return like images
at::Tensor applySpots(const at::Tensor& images, const std::vector<std::vector<Spot>>& spots);

} // namespace limpid
