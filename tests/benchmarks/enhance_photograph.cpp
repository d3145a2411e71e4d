// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A photograph of 24 megapixels from pixels to pixels: field of view, network at 256 px, transfer to native size.

#include "inference/enhancer.h"
#include "inference/model_library.h"
#include "inference/peak_memory.h"
#include "phantoms/fundus_phantom.h"

#include <benchmark/benchmark.h>
#include <opencv2/imgproc.hpp>

using namespace limpid;

namespace {

void enhance24Megapixels(benchmark::State& state) {
    FundusPhantomOptions options;
    options.size = 1024;
    Image image;
    cv::resize(makeFundusPhantom(options, 1).rgb, image.pixels, {4899, 4899}, 0, 0, cv::INTER_CUBIC);
    const auto model = ModelLibrary(ModelLibrary::shippedFolder()).find("fundus");
    const auto device = chooseDevice("cpu");
    if (!model || !device) {
        state.SkipWithError("the shipped model is not there");
        return;
    }
    auto enhancer = Enhancer::load(*model, *device);
    if (!enhancer) {
        state.SkipWithError("the shipped model could not be loaded");
        return;
    }
    for (auto _ : state)
        benchmark::DoNotOptimize(enhancer->enhance(image));
    state.counters["peak_MB"] = peakMemoryMb();
    state.SetLabel(device->words);
}

} // namespace

BENCHMARK(enhance24Megapixels)->Name("enhance/24mp")->UseRealTime()->Iterations(3)->Unit(benchmark::kMillisecond);
