// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/random_draws.h"
#include "degradation/tensor_forward.h"

#include <array>
#include <vector>

namespace limpid {

/// What one badly lit image is drawn from. Defaults: cofe-Net's light transmission disturbance (Shen et al., IEEE TMI
/// 40(3), 2021): colour, then a bright ring (halo), then a dark hole.
struct IlluminationRanges {
    DrawRange brightness{0.7, 1.2}; ///< PIL factors, applied in this order
    DrawRange contrast{0.6, 1.4};
    DrawRange saturation{0.6, 1.4};
    double haloProbability = 1.0;
    DrawRange haloStrength{1.0, 1.0}; ///< factor on the paper's ring
    double holeProbability = 1.0;
    DrawRange holeDiameter{0.4, 0.7};       ///< share of the side
    DrawRange holeDepth{0.26, 0.262};       ///< how much is taken from the image; plus
    DrawRange holeDepthPerMean{0.05, 0.06}; ///< this times the mean inside the field of view
    DrawRange holeStrength{1.0, 1.0};       ///< factor on the sum
};

/// A bright ring; positions are shares of the width and height, lengths of the shorter side.
struct HaloParameters {
    double centreX = 0.5;
    double centreY = 0.5;
    double innerDiameter = 1.0;
    double outerDiameter = 2.0;
    double window = 0.25; ///< of the blur; its sigma is 2/3 of it
    std::array<double, 3> tint{1.0, 1.0, 1.0};
    double strength = 0.0; ///< 0: no ring
};

/// A dark hole; positions and lengths as in HaloParameters.
struct HoleParameters {
    double centreX = 0.5;
    double centreY = 0.5;
    double diameter = 0.5;
    double windowX = 0.3; ///< of the blur; its sigma is 0.8 of the larger one
    double windowY = 0.3;
    double depth = 0.0;
    double depthPerMean = 0.0;
    double strength = 0.0; ///< 0: no hole
};

/// One drawn illumination.
struct IlluminationParameters {
    double brightness = 1.0;
    double contrast = 1.0;
    double saturation = 1.0;
    HaloParameters halo;
    HoleParameters hole;
};

IlluminationParameters drawIllumination(const IlluminationRanges& ranges, RandomDraws& draws);

/// Applies colour, halo and hole to every sample. The ring is tint * mean(image) high before its blur. The hole is dug
/// only where the image's sum over the field of view's area is above 0.25 (the paper's guard against images that are
/// dark already), by strength * (depth + depthPerMean * that mean). Both fields are drawn on a 64 x 64 grid.
/// @param images [N,3,H,W] in [0,1] @param fieldOfView [N,1,H,W] in {0,1} @param parameters N of them @return like
/// images
at::Tensor applyIllumination(const at::Tensor& images, const at::Tensor& fieldOfView,
                             const std::vector<IlluminationParameters>& parameters);

} // namespace limpid
