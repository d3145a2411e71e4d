// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threads.h"

#include <ATen/Parallel.h>

#ifdef LIMPID_CLI_IMAGING
#include <opencv2/core/utility.hpp>
#endif

#include <algorithm>
#include <sched.h>
#include <thread>

namespace limpid {

namespace {

int usableCores() {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    if (sched_getaffinity(0, sizeof(cores), &cores) == 0)
        return std::max(1, CPU_COUNT(&cores));
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

} // namespace

void setThreadCount(int count) {
    const int threads = count > 0 ? count : usableCores();
    at::set_num_threads(threads);
#ifdef LIMPID_CLI_IMAGING
    cv::setNumThreads(threads);
#endif
}

} // namespace limpid
