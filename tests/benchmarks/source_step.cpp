// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One step of source training: crops, degradation, forward, backward, optimiser, weight average. Batch 4 at 256 px.

#include "degradation/fundus_degradation.h"
#include "methods/same/source_trainer.h"

#include <benchmark/benchmark.h>
#include <torch/torch.h>

using namespace limpid;

namespace {

void sourceStep(benchmark::State& state) {
    torch::manual_seed(1);
    const CropSource images{
        torch::randint(0, 255, {4, 3, 320, 320}, torch::kUInt8), torch::ones({4, 1, 320, 320}, torch::kUInt8), {}, {}};
    SourceTrainingOptions options;
    options.steps = options.evaluateEvery = 5;
    options.format = fastestFormat(torch::kCPU);
    const auto degrade = [](std::uint64_t seed) {
        return std::make_unique<FundusDegradation>(DegradationRanges::wide(), seed);
    };
    for (auto _ : state) {
        StructurePreservingUnet network(UnetConfiguration::compact());
        SourceTrainer trainer(options, images, images, degrade, degrade);
        const auto result = trainer.train(network, {}, {}, {});
        state.SetIterationTime(result->secondsPerStep);
    }
    state.SetLabel(std::string(options.format.name()) + ", batch 4, 256 px");
}

} // namespace

BENCHMARK(sourceStep)->Name("source_step/compact")->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);
