// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_kinds.h"
#include "degradation/degradation_ranges.h"
#include "imaging/image.h"
#include "task/result.h"

#include <cstdint>

namespace limpid {

/// A photograph that was damaged on purpose.
struct DegradedImage {
    Image image; ///< 8 bits, at the photograph's size.
    DegradationKinds kinds;
    double severity = 0.0; ///< lossSeverity() at the photograph's size, 0..1
};

/// Damages a good fundus photograph as `ranges` say; the same seed gives the same damage. Any thread. Fails with
/// Internal.
Result<DegradedImage> degradeImage(const Image& image, const DegradationRanges& ranges, std::uint64_t seed);

} // namespace limpid
