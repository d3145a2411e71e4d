// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/seccomp_filter.h"

#include <cerrno>
#include <cstddef>

#include <linux/audit.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace limpid {

namespace {

#if defined(__x86_64__)
constexpr unsigned architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned architecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned architecture = 0; // then nothing is ended but everything: isAvailable() says no
#endif

sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
}

/// Goes on with the next instruction where the loaded value is this one, else jumps over `skip`.
sock_filter ifEqual(unsigned value, unsigned char skip) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip);
}

sock_filter give(unsigned verdict) {
    return BPF_STMT(BPF_RET | BPF_K, verdict);
}

} // namespace

SeccompFilter::SeccompFilter() {
    // Calls of another architecture have other numbers: none of them is let through.
    add({load(offsetof(seccomp_data, arch)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 1, 0),
         give(SECCOMP_RET_KILL_PROCESS), load(offsetof(seccomp_data, nr))});
#if defined(__x86_64__)
    constexpr unsigned x32 = 0x40000000;
    add({BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, x32, 0, 1), give(SECCOMP_RET_KILL_PROCESS)});
#endif
}

SeccompFilter SeccompFilter::noInternet() {
    SeccompFilter filter;
    filter.add({ifEqual(__NR_io_uring_setup, 1), give(SECCOMP_RET_ERRNO | ENOSYS)});
    filter.add({ifEqual(__NR_socket, 7), load(offsetof(seccomp_data, args))}); // little-endian: the lower half is first
    for (const unsigned family : {AF_INET, AF_INET6, AF_PACKET})
        filter.add({ifEqual(family, 1), give(SECCOMP_RET_KILL_PROCESS)});
    filter.add(give(SECCOMP_RET_ALLOW));
    return filter;
}

SeccompFilter SeccompFilter::killAt(std::initializer_list<unsigned> calls) {
    SeccompFilter filter;
    for (const auto call : calls)
        filter.add({ifEqual(call, 1), give(SECCOMP_RET_KILL_PROCESS)});
    filter.add(give(SECCOMP_RET_ALLOW));
    return filter;
}

bool SeccompFilter::isAvailable() {
    if (architecture == 0)
        return false;
    const auto filter = noInternet();
    const auto child = ::fork();
    if (child == 0)
        ::_exit(filter.install() ? 0 : 1);
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool SeccompFilter::install() const noexcept {
    const sock_fprog program{static_cast<unsigned short>(m_program.size()), const_cast<sock_filter*>(m_program.data())};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program) == 0;
}

} // namespace limpid
