// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <stop_token>
#include <thread>

namespace limpid {

/// Turns the first SIGINT or SIGTERM into a stop request and the second into the end of the process (status 130).
/// One at a time, for the whole process.
class Interruption {
public:
    Interruption();
    /// Gives the signals back their usual meaning.
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    std::stop_token token() const { return m_source.get_token(); }

private:
    void listen();

    std::stop_source m_source;
    int m_readEnd = -1;
    std::thread m_listener;
};

} // namespace limpid
