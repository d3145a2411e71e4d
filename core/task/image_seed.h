// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace limpid {

/// A seed for image `index` of a run with `seed`: neighbouring runs and images share nothing, and an image's seed does
/// not depend on what became of the others. The mixing is SplitMix64's finaliser.
constexpr std::uint64_t imageSeed(std::uint64_t seed, std::uint64_t index) {
    std::uint64_t mixed = seed * 0x9E3779B97F4A7C15ULL + index + 1;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31U);
}

} // namespace limpid
