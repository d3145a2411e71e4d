// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/threads.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <sched.h>
#include <thread>

namespace limpid {

namespace {

int usableProcessors() {
    cpu_set_t processors;
    CPU_ZERO(&processors);
    if (sched_getaffinity(0, sizeof(processors), &processors) == 0)
        return std::max(1, CPU_COUNT(&processors));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

int setNetworkThreads(int count) {
    const int threads = count > 0 ? count : usableProcessors();
    at::set_num_threads(threads);
    return threads;
}

} // namespace limpid
