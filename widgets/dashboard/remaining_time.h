// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>

namespace limpid {

/// Estimates how long a run still takes from the mean time of its recent steps. What stands between steps, such as a
/// measurement after every epoch, counts with them, so that the estimate does not shrink in jumps.
class RemainingTime {
public:
    /// Steps before which nothing is said: the first ones are slow.
    static constexpr std::int64_t firstSteps = 10;

    /// A step was finished `elapsedSeconds` after the run began; a step not after the last one begins a new run.
    void add(std::int64_t step, std::int64_t totalSteps, double elapsedSeconds);
    /// Seconds that remain; none while too little is known.
    std::optional<double> seconds() const;

private:
    static constexpr std::size_t window = 60;
    std::deque<std::pair<std::int64_t, double>> m_recent;
    std::int64_t m_first = 0;
    std::int64_t m_total = 0;
};

} // namespace limpid
