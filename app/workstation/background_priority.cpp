// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "background_priority.h"

#if defined(__linux__)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace limpid {

void computeInTheBackground() {
#if defined(__linux__)
    // Against a thread of usual priority it gets a tenth of a processor: little, but never nothing, so that it cannot
    // keep a lock for long that the window waits for.
    constexpr int behind = 10;
    // On Linux, unlike POSIX, this is the thread's own and is inherited by those that it starts.
    const auto thread = static_cast<id_t>(syscall(SYS_gettid));
    setpriority(PRIO_PROCESS, thread, getpriority(PRIO_PROCESS, thread) + behind);
#endif
}

} // namespace limpid
