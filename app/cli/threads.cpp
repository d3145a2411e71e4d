// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "threads.h"

#include "nn/threads.h"

#ifdef LIMPID_CLI_IMAGING
#include <opencv2/core/utility.hpp>
#endif

namespace limpid {

void setThreadCount(int count) {
    [[maybe_unused]] const int threads = setNetworkThreads(count);
#ifdef LIMPID_CLI_IMAGING
    cv::setNumThreads(threads);
#endif
}

} // namespace limpid
