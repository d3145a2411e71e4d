// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/clinic_preparation.h"
#include "methods/same/image_guard.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"

#include <cstdint>
#include <stop_token>
#include <vector>

namespace limpid {

/// How samples of known truth are made for an ImageGuard.
struct GuardSampleOptions {
    int mostReferences = 32; ///< Photographs of which pseudo-references are made; of more, every n-th.
    int variants = 4;        ///< Degradations of each; every other one is mixed with its pseudo-reference by a random
                             ///< share, since photographs that need little are those that adaptation harms.
    std::uint64_t seed = 1;
};

/// Degrades pseudo-references (the mean of both models' restorations of a photograph) and restores them with both
/// models: what the guard can see of each, and what the adapted model truly gained over the source model there.
/// `clinic` holds the photographs whose restorations the judges accept. Leaves both networks in eval mode. Stops early,
/// with what it has, after `stop`.
std::vector<ImageGuard::Sample> makeGuardSamples(const ClinicImages& clinic, StructurePreservingUnet& source,
                                                 StructurePreservingUnet& adapted, const ComputeFormat& format,
                                                 Degradation& degradation, const GuardSampleOptions& options,
                                                 const std::stop_token& stop = {});

} // namespace limpid
