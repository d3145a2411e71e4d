// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/fundus_canvas.h"

namespace limpid {

/// Paints what lies behind the retina: mottled pigment, and the choroid's ribbons where the pigment is thin.
/// `tigroid` from 0 (no ribbon shows) to 1 (they dominate the picture).
void paintChoroid(FundusCanvas& canvas, const RetinaGeometry& geometry, double tigroid, PortableRandom& random);

} // namespace limpid
