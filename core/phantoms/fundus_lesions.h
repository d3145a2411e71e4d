// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/fundus_canvas.h"

namespace limpid {

/// Which signs of disease a phantom shows.
struct FundusLesions {
    bool microaneurysms = false;
    bool haemorrhages = false;
    bool hardExudates = false;
    bool cottonWool = false;
    bool drusen = false;

    bool any() const { return microaneurysms || haemorrhages || hardExudates || cottonWool || drusen; }
};

/// Draws a plausible combination: half of the eyes are healthy.
FundusLesions drawLesions(PortableRandom& random);

/// Paints the lesions. They are no part of the vessel mask.
void paintLesions(FundusCanvas& canvas, const RetinaGeometry& geometry, const FundusLesions& lesions,
                  PortableRandom& random);

} // namespace limpid
