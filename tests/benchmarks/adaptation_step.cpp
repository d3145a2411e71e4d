// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// One adaptation step: teacher, both judges, student forward and backward, optimiser, EMA. Batch 4 at 256 px, the
// configuration that the paper's own code is timed with.

#include "degradation/fundus_degradation.h"
#include "inference/peak_memory.h"
#include "methods/same/adaptation.h"

#include <benchmark/benchmark.h>
#include <torch/torch.h>

using namespace limpid;

namespace {

void adaptationStep(benchmark::State& state, const UnetConfiguration& network, const QualityAssessorConfig& judge,
                    const AdaptationConfig& form, bool structureJudge) {
    torch::manual_seed(1);
    constexpr int64_t images = 8;
    const ClinicImages clinic{torch::randint(0, 255, {images, 3, 256, 256}, torch::kUInt8),
                              torch::ones({images, 1, 256, 256}, torch::kUInt8)};
    auto config = form;
    config.epochs = 1;
    config.redegradation = AdaptationConfig::likest; // what is fitted is drawn beside the step
    config.stepsPerEpoch = 4;
    config.qualityThreshold = 0.8;
    config.probeVariants = 1;
    config.guardByProbe = false;
    config.leastAccepted = 0.0;
    config.mostUnlike = 1e6; // noise looks like no photograph
    const auto format = fastestFormat(torch::kCPU);
    for (auto _ : state) {
        state.PauseTiming();
        double first = 0.0;
        double last = 0.0;
        int judged = 0;
        AdaptationListener listener;
        listener.onStep = [&](const AdaptationStep& step) {
            (step.step == 1 ? first : last) = step.seconds;
            judged += step.accepted;
        };
        // The picker judges every batch; its verdict is not asked for, so that an untrained judge lets images through.
        auto picker = PseudoLabelPicker::create(
            QualityAssessor(judge), StructureDetector(StructureDetectorConfig{}),
            {config.qualityThreshold, config.useQualityJudge, config.useStructureJudge && structureJudge, true});
        Adaptation adaptation(config, clinic, StructurePreservingUnet(network), std::move(picker.value()), format,
                              [](std::string_view preset, std::uint64_t seed) {
                                  return std::make_unique<FundusDegradation>(degradationPreset(preset).value(), seed);
                              });
        static_cast<void>(adaptation.run(listener, {}));
        state.ResumeTiming();
        // The first step warms up; three are counted.
        state.SetIterationTime((last - first) / 3.0);
        state.counters["picked"] = judged;
    }
    state.counters["peak_MB"] = peakMemoryMb();
    state.SetLabel(std::string(format.name()) + ", batch 4, 256 px");
}

} // namespace

BENCHMARK_CAPTURE(adaptationStep, compact, UnetConfiguration::compact(), QualityAssessorConfig::compact(),
                  AdaptationConfig::limpid(), true)
    ->Name("adaptation_step/compact")
    ->UseManualTime()
    ->Iterations(3)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(adaptationStep, same_paper, UnetConfiguration::samePaper(), QualityAssessorConfig::mcf(),
                  AdaptationConfig::paper(), false)
    ->Name("adaptation_step/same-paper")
    ->UseManualTime()
    ->Iterations(2)
    ->Unit(benchmark::kMillisecond);
