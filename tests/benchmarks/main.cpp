// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/threads.h"
#include "task/allocator.h"

#include <benchmark/benchmark.h>

int main(int argc, char** argv) {
    limpid::keepLargeBlocks();
    limpid::setNetworkThreads(0);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
