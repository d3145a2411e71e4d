// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace limpid {

/// A closed interval that a parameter is drawn from uniformly; low == high fixes it.
struct DrawRange {
    double low = 0.0;
    double high = 0.0;
};

/// Uniform draws that are the same on every platform for the same seed (the standard leaves the distributions of
/// <random> open, so they are made here from the engine's bits). Not thread safe.
class RandomDraws {
public:
    explicit RandomDraws(std::uint64_t seed);

    std::uint64_t bits();
    /// In [0,1).
    double uniform();
    double uniform(const DrawRange& range);
    /// An integer in [low, high]; `low` when the interval is empty.
    int integer(int low, int high);
    bool chance(double probability);

    /// The engine's state as text, for a run that is to be resumed.
    std::string saveState() const;
    /// Takes over a saved state; InvalidArgument, and nothing changed, where the text is not one.
    Result<void> restoreState(std::string_view state);

private:
    std::mt19937_64 m_engine;
};

} // namespace limpid
