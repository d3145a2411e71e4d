// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <initializer_list>
#include <vector>

#include <linux/filter.h>

namespace limpid {

/// A filter of the kernel's on system calls (seccomp) that ends the process, which needs no rights. Made before a fork,
/// installed behind it; a program that is started then runs under it, and so does whatever it starts.
class SeccompFilter {
public:
    /// Ends the process that opens a socket of the internet (AF_INET, AF_INET6) or of the network card (AF_PACKET).
    /// io_uring, which opens sockets too, is not there.
    static SeccompFilter noInternet();
    /// Ends the process right before the first of these system calls.
    static SeccompFilter killAt(std::initializer_list<unsigned> calls);

    /// Whether this kernel and this machine's rules allow such filters.
    static bool isAvailable();

    /// Puts the calling process with all its threads under the filter, for good. False where it is refused. May be
    /// called between fork and exec.
    bool install() const noexcept;

private:
    SeccompFilter();
    void add(const sock_filter& instruction) { m_program.push_back(instruction); }
    void add(std::initializer_list<sock_filter> instructions) {
        m_program.insert(m_program.end(), instructions.begin(), instructions.end());
    }

    std::vector<sock_filter> m_program;
};

} // namespace limpid
