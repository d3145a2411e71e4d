// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "task/allocator.h"

#include <limits> // any standard header first: it is what defines __GLIBC__

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace limpid {

void keepLargeBlocks() {
#if defined(__GLIBC__)
    constexpr int topPadBytes = 256 << 20;
    constexpr int never = -1;
    mallopt(M_MMAP_THRESHOLD, std::numeric_limits<int>::max());
    mallopt(M_TRIM_THRESHOLD, never);
    mallopt(M_TOP_PAD, topPadBytes);
    // A second arena consists of heaps of 64 MiB at most, so that a worker thread's large blocks would be mapped and
    // unmapped again whatever the threshold says.
    mallopt(M_ARENA_MAX, 1);
#endif
}

} // namespace limpid
