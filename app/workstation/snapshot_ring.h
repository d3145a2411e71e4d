// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <deque>
#include <iterator>
#include <mutex>
#include <utility>
#include <vector>

namespace limpid {

/// What a worker leaves for the window to collect. Neither waits for the other longer than a copy takes; when the
/// window does not come for long, the oldest go.
template <typename T>
class SnapshotRing {
public:
    explicit SnapshotRing(std::size_t capacity)
        : m_capacity(capacity) {}

    void push(T snapshot) {
        const std::scoped_lock lock(m_mutex);
        if (m_snapshots.size() == m_capacity)
            m_snapshots.pop_front();
        m_snapshots.push_back(std::move(snapshot));
    }

    /// Everything since the last call, oldest first.
    std::vector<T> drain() {
        const std::scoped_lock lock(m_mutex);
        std::vector<T> all(std::make_move_iterator(m_snapshots.begin()), std::make_move_iterator(m_snapshots.end()));
        m_snapshots.clear();
        return all;
    }

private:
    std::mutex m_mutex;
    std::deque<T> m_snapshots;
    std::size_t m_capacity;
};

} // namespace limpid
