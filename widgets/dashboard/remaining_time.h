// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <deque>
#include <optional>

namespace limpid {

/// Estimates how long a run still takes from the median of its recent steps, which one slow step does not move. What
/// stands between steps, such as a measurement after every epoch, would vanish in a median: it is told by its length
/// and its time is spread over the steps of the run, so that the estimate neither jumps nor forgets it.
class RemainingTime {
public:
    /// Steps before which nothing is said: the first ones are slow.
    static constexpr std::int64_t firstSteps = 10;

    /// A step was finished `elapsedSeconds` after the run began; a step not after the last one begins a new run.
    void add(std::int64_t step, std::int64_t totalSteps, double elapsedSeconds);
    /// What passes until the next step is a pause and tells nothing about the pace.
    void interrupt();
    /// Seconds that remain; none while too little is known.
    std::optional<double> seconds() const;

private:
    struct Step {
        std::int64_t number = 0;
        double seconds = 0.0;
    };
    void addGap(std::int64_t steps, double seconds);
    double medianStep() const;

    /// One step this many times as long as the median holds more than a step.
    static constexpr double longStep = 3.0;
    static constexpr std::size_t window = 60;

    std::deque<double> m_recent; ///< Seconds per step, what stands between steps included.
    std::optional<Step> m_last;
    std::int64_t m_total = 0;
    std::int64_t m_counted = 0; ///< Steps whose time is known.
    double m_between = 0.0;     ///< Seconds of all that stood between steps.
    double m_lastExcess = 0.0;  ///< What the step before added to it.
    bool m_interrupted = false;
};

} // namespace limpid
