// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/phantom_image.h"

#include <cstdint>

namespace limpid {

/// Layers of an OCT phantom from the vitreous downwards; the values stand in OctPhantom::layers.
enum class OctLayer : std::uint8_t {
    Vitreous,
    NerveFibres,
    GanglionCells, ///< with the inner plexiform layer
    InnerNuclear,
    OuterPlexiform,
    OuterNuclear,
    Ellipsoid,
    OuterSegments,
    PigmentEpithelium,
    Choroid,
    Sclera
};

struct OctPhantomOptions {
    int width = 900;                     ///< pixels; at least 64
    int height = 450;                    ///< pixels; at least 64
    double brightnessPerDecibel = 0.023; ///< contrast of the speckle as shown, full scale 1; 0 gives none
};

/// A B-scan through the fovea of an eye that does not exist.
struct OctPhantom {
    PhantomImage
        image;      ///< grey in three channels; the structure is the retina from its surface to the pigment epithelium
    cv::Mat layers; ///< CV_8UC1, an OctLayer per pixel
    cv::Mat clean;  ///< CV_8UC1, the scan without speckle
};

/// Retinal layers with a foveal pit, vessel shadows, choroid and speckle. The same options and seed give the same
/// image. Thread-safe.
OctPhantom makeOctPhantom(const OctPhantomOptions& options, std::uint64_t seed);

} // namespace limpid
