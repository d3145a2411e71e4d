// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/portable_random.h"
#include "phantoms/retina_geometry.h"

#include <vector>

#include <opencv2/core.hpp>

namespace limpid {

enum class VesselKind { Artery, Vein };

/// One place along a vessel's centre line; position and radius in degrees of visual angle.
struct VesselPoint {
    cv::Point2d position;
    double radius = 0.0;
};

/// A vessel from its origin to its end.
struct Vessel {
    VesselKind kind = VesselKind::Artery;
    int generation = 0; ///< 0 leaves the optic disc, 1 branches off such a one, and so on
    int parent = -1;    ///< index into the tree; -1 for generation 0
    std::vector<VesselPoint> points;
};

/// Parents stand before their children.
using VesselTree = std::vector<Vessel>;

/// How richly and how straight the tree grows.
struct VesselTreeStyle {
    double calibre = 1.0;    ///< factor on every radius
    double density = 1.0;    ///< factor on the number of side branches
    double tortuosity = 1.0; ///< factor on the bends
};

/// Draws a style that suits an eye.
VesselTreeStyle drawVesselTreeStyle(PortableRandom& random);

/// Grows arteries and veins from the disc: superior and inferior temporal arcades round the fovea, nasal vessels, and
/// side branches down to the smallest that a photograph shows. At every branching point r0^3 = r1^3 + r2^3 (Murray
/// 1926). A side branch ends before it meets another vessel of its kind or the foveal avascular zone.
VesselTree growVesselTree(const RetinaGeometry& geometry, const VesselTreeStyle& style, PortableRandom& random);

} // namespace limpid
