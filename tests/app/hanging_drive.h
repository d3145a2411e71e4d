// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <mutex>

namespace limpid {

/// A drive that does not answer: whoever reads from it hangs until answer(), and nothing else wakes him. All functions
/// may be called from any thread; to be shared, because the reader may outlive everything else.
class HangingDrive {
public:
    ~HangingDrive() { answer(); }

    void hang() {
        std::unique_lock lock(m_mutex);
        ++m_hanging;
        m_changed.wait(lock, [this] { return m_answered; });
    }
    void answer() {
        const std::scoped_lock lock(m_mutex);
        m_answered = true;
        m_changed.notify_all();
    }
    int hanging() const {
        const std::scoped_lock lock(m_mutex);
        return m_hanging;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_hanging = 0;
    bool m_answered = false;
};

} // namespace limpid
