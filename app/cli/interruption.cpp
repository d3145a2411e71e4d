// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interruption.h"

#include <csignal>
#include <cstdlib>
#include <pthread.h>
#include <unistd.h>

namespace limpid {

namespace {

sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    return signals;
}

} // namespace

Interruption::Interruption() {
    const auto signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    m_listener = std::thread([this] { listen(); });
}

Interruption::~Interruption() {
    m_closing = true;
    pthread_kill(m_listener.native_handle(), SIGTERM);
    m_listener.join();
}

void Interruption::listen() {
    constexpr int endedByInterrupt = 128 + SIGINT;
    const auto signals = stopSignals();
    int received = 0;
    while (sigwait(&signals, &received) == 0 && !m_closing) {
        // Not exit(): other threads are at work, and nothing half-written stands under a final name.
        if (!m_source.request_stop())
            _exit(endedByInterrupt);
    }
}

} // namespace limpid
