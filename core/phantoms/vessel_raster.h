// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/vessel_tree.h"

namespace limpid {

/// A vessel tree on the pixel grid.
struct VesselRaster {
    cv::Mat arteries; ///< CV_32FC1, thickness of blood that the light passes, in degrees; less along the light reflex
    cv::Mat veins;    ///< CV_32FC1, the same of the veins
    cv::Mat mask;     ///< CV_8UC1, 255 where a pixel's centre lies in a vessel; a vessel is at least one pixel wide
};

/// Draws every vessel as a chain of tapered tubes with exact edges; `reflex` is the strength of the arteries' central
/// light reflex, 0 to 1.
VesselRaster rasterizeVessels(const VesselTree& tree, const RetinaGeometry& geometry, double reflex);

} // namespace limpid
