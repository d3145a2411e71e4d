// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "task/result.h"

namespace limpid {

/// What an enhancement did to the vessels of its photograph, without a reference. Both are compared as working frames
/// of 512 pixels, with the untrained vessel map (metrics/vessel_map.h), so that no network judges itself.
struct StructureFidelity {
    /// Share of the enhancement's vessel pixels where the photograph itself has at least a trace of a vessel: a vessel
    /// strength of VesselMapOptions::leastStrength within 2 pixels. What is missing to 1 may have been invented.
    double precision = 0.0;
    /// Share of the photograph's own vessel pixels that the enhancement's map has too, within 2 pixels. What is missing
    /// to 1 was lost.
    double recall = 0.0;
    /// Vessel-contrast index (metrics/vessel_contrast.h) of both over the same pixels: the enhancement's vessels that
    /// the photograph supports.
    double contrastBefore = 0.0;
    double contrastAfter = 0.0;
};

/// Compares an enhancement with its photograph. InvalidArgument where the sizes differ, Internal where nothing
/// can be measured. May be called from any thread.
Result<StructureFidelity> structureFidelity(const Image& enhanced, const Image& photograph);

} // namespace limpid
