// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <random>

namespace limpid {

/// Random numbers that are the same on every platform for the same seed: the engine is fixed by the C++ standard and
/// the draws are our own, since those of the standard distributions differ between standard libraries.
/// Not thread-safe: one per thread.
class PortableRandom {
public:
    explicit PortableRandom(std::uint64_t seed)
        : m_engine(seed) {}

    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high);
    /// Uniform integer in [low, high]; low <= high.
    int integer(int low, int high);
    /// Standard normal times `deviation` plus `mean`.
    double normal(double mean = 0.0, double deviation = 1.0);
    /// Normal, drawn again until it lies within `limit` deviations of the mean.
    double boundedNormal(double mean, double deviation, double limit = 2.0);
    /// True with the given probability.
    bool chance(double probability);
    /// A generator of its own for one part, so that a change in one part leaves the others as they were.
    PortableRandom fork();

private:
    std::mt19937_64 m_engine;
    double m_spare = 0.0; ///< the second value of the last normal pair
    bool m_hasSpare = false;
};

} // namespace limpid
