// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <stop_token>
#include <thread>

namespace limpid {

/// Turns the first SIGINT or SIGTERM into a stop request and the second into the end of the process (status 130).
/// To be made in main() before any other thread, so that all of them leave these signals to its own.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    void listen();

    std::stop_source m_source;
    std::atomic<bool> m_closing{false};
    std::thread m_listener;
};

} // namespace limpid
