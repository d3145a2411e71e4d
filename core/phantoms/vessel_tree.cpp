// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/vessel_tree.h"

#include "phantoms/vessel_grower.h"

namespace limpid {

VesselTreeStyle drawVesselTreeStyle(PortableRandom& random) {
    VesselTreeStyle style;
    style.calibre = random.boundedNormal(1.0, 0.09);
    style.density = random.uniform(0.5, 1.0);
    style.tortuosity = random.chance(0.15) ? random.uniform(1.5, 2.2) : random.uniform(0.7, 1.3);
    return style;
}

VesselTree growVesselTree(const RetinaGeometry& geometry, const VesselTreeStyle& style, PortableRandom& random) {
    VesselGrower grower(geometry, style, random);
    grower.growTrunks();
    grower.growBranches();
    return grower.takeTree();
}

} // namespace limpid
