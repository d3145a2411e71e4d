// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/fundus_canvas.h"
#include "phantoms/vessel_raster.h"

namespace limpid {

/// Darkens the macula and sets the foveal reflex.
void paintMacula(FundusCanvas& canvas, const RetinaGeometry& geometry, PortableRandom& random);

/// Paints the streaks of the nerve-fibre layer that fan out from the disc, of the given strength (0 to 1).
void paintNerveFibres(FundusCanvas& canvas, double strength, PortableRandom& random);

/// Paints the optic disc: halo, crescent, rim and cup.
void paintDisc(FundusCanvas& canvas, const RetinaGeometry& geometry, PortableRandom& random);

/// Lays the blood of the retinal vessels over everything painted so far.
void paintVessels(FundusCanvas& canvas, const VesselRaster& vessels, PortableRandom& random);

} // namespace limpid
