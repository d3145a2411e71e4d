// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "interruption.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace limpid {

namespace {

constexpr char signalled = 's';
constexpr char closing = 'c';

/// The pipe's end that the handler writes to. A handler can reach nothing but such a variable; blocking the signals and
/// waiting for them would need every thread's consent, and libraries start threads before main().
std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free);

void onSignal(int) {
    const int savedError = errno;
    // A full pipe means that more signals wait than anyone needs.
    [[maybe_unused]] const auto written = write(writeEnd.load(), &signalled, 1);
    errno = savedError;
}

void handle(void (*handler)(int)) {
    struct sigaction action = {};
    action.sa_handler = handler;
    action.sa_flags = SA_RESTART;
    for (const int number : {SIGINT, SIGTERM})
        sigaction(number, &action, nullptr);
}

} // namespace

Interruption::Interruption() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0)
        return; // then a signal ends the process at once, as it does by default
    m_readEnd = ends[0];
    writeEnd = ends[1];
    fcntl(ends[1], F_SETFL, O_NONBLOCK);
    m_listener = std::thread([this] { listen(); });
    handle(onSignal);
}

Interruption::~Interruption() {
    if (!m_listener.joinable())
        return;
    handle(SIG_DFL);
    const int end = writeEnd.exchange(-1);
    [[maybe_unused]] const auto written = write(end, &closing, 1);
    m_listener.join();
    close(end);
    close(m_readEnd);
}

void Interruption::listen() {
    constexpr int endedByInterrupt = 128 + SIGINT;
    char what = closing;
    while (read(m_readEnd, &what, 1) == 1 && what == signalled) {
        // Not exit(): other threads are at work, and nothing half-written stands under a final name.
        if (!m_source.request_stop())
            _exit(endedByInterrupt);
    }
}

} // namespace limpid
