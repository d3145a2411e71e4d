// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/hand_decisions.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <stop_token>

namespace limpid {

/// What somebody may ask of an adaptation while it runs: to hold still, and to take or leave the pseudo-labels of an
/// image whatever the judges say, or by other thresholds than the judges' own. Every function may be called from any
/// thread. Free of LibTorch.
class AdaptationControl {
public:
    /// The run holds still after the step under way; nothing is lost meanwhile.
    void requestPause();
    void resume();

    /// Called by the run between two steps: returns at once, or when resume() or `stop` has come. True if it waited;
    /// `onPaused` is called before waiting, and `onDecided` after it and whenever something is decided meanwhile.
    template <typename OnPaused, typename OnDecided>
    bool waitWhilePaused(const std::stop_token& stop, OnPaused onPaused, OnDecided onDecided);

    /// Counts from the next step on. `image` is the image's place in the clinic's order; None gives the decision back
    /// to the judges.
    void setOverride(int image, PickOverride decision);
    PickOverride overrideOf(int image) const;

    /// Thresholds in the place of the judges' own, from the next step on; nullopt gives the judges theirs back.
    void setThresholds(const std::optional<PickThresholds>& thresholds);
    std::optional<PickThresholds> thresholds() const;

    /// Everything that was decided so far.
    HandDecisions decisions() const;
    /// Takes up what was decided before a run was cut off; what has been decided since then stands.
    void restore(const HandDecisions& earlier);

private:
    void noteChange();

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_pause = false;
    HandDecisions m_decisions;
    std::uint64_t m_changes = 0; ///< Counts what was decided.
};

template <typename OnPaused, typename OnDecided>
bool AdaptationControl::waitWhilePaused(const std::stop_token& stop, OnPaused onPaused, OnDecided onDecided) {
    std::unique_lock lock(m_mutex);
    if (!m_pause || stop.stop_requested())
        return false;
    lock.unlock(); // whoever is told may ask something of this object
    onPaused();
    lock.lock();
    do {
        const auto known = m_changes;
        lock.unlock();
        onDecided();
        lock.lock();
        m_changed.wait(lock, stop, [&] { return !m_pause || m_changes != known; });
    } while (m_pause && !stop.stop_requested());
    return true;
}

} // namespace limpid
