// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "train_degradation.h"

#include "console.h"
#include "degradation/fundus_degradation.h"
#include "methods/same/degradation_trainer.h"
#include "methods/same/judge_checkpoints.h"
#include "storage/training_data.h"
#include "training_card.h"

#include <spdlog/fmt/fmt.h>

#include <string>
#include <utility>

namespace limpid {

namespace {

/// Degradations of each held-out photograph, and what keeps their draws apart from the training's.
constexpr int heldOutVariants = 16;
constexpr std::uint64_t heldOutSeed = 6'000'023;

QualityTrainingSet photographsOf(const TrainingData& data) {
    return {data.images, data.fieldOfView};
}

/// Measures under one preset and prints a line per parameter.
Result<nlohmann::ordered_json> measure(DegradationEstimator& estimator, const TrainingData& heldOut,
                                       const std::string& preset, std::uint64_t seed, Console& console) {
    const auto ranges = degradationPreset(preset);
    if (!ranges)
        return fail(ranges.error());
    FundusDegradation degradation(*ranges, seed + heldOutSeed);
    const auto accuracy = measureEstimator(estimator, photographsOf(heldOut), degradation, heldOutVariants);
    console.print(fmt::format("held-out photographs, {} draws of '{}': correlation with the truth, mean absolute error",
                              accuracy.images, preset));
    nlohmann::ordered_json result{{"draws", accuracy.images}};
    for (std::size_t i = 0; i < estimatedParameters.size(); ++i) {
        const std::string name(estimatedParameters[i]);
        console.print(fmt::format("  {:<18} {:5.2f}  {:.3f}", name, accuracy.correlation[i], accuracy.meanError[i]));
        result["correlation"][name] = accuracy.correlation[i];
        result["mean_error"][name] = accuracy.meanError[i];
    }
    console.print(fmt::format("  {:<18} {:5.2f}", "red over green", accuracy.redOverGreen));
    console.print(fmt::format("  {:<18} {:5.2f}", "blue over green", accuracy.blueOverGreen));
    result["correlation"]["red over green"] = accuracy.redOverGreen;
    result["correlation"]["blue over green"] = accuracy.blueOverGreen;
    return result;
}

} // namespace

ExitStatus trainDegradation(const TrainOptions& options, Console& console) {
    const auto data = loadTrainingData(options.data);
    if (!data)
        return console.giveUp(data.error());
    const auto heldOut = loadTrainingData(options.heldOut);
    if (!heldOut)
        return console.giveUp(heldOut.error());
    const auto card = trainingCard(options, *data, *heldOut);
    if (!card)
        return console.giveUp(card.error());
    const auto ranges = degradationPreset(options.degradation);
    if (!ranges)
        return console.giveUp(ranges.error());

    DegradationTrainingOptions training;
    training.seed = options.seed;
    if (options.batch > 0)
        training.batchSize = options.batch;
    if (options.steps > 0)
        training.epochs = static_cast<int>((options.steps + training.stepsPerEpoch - 1) / training.stepsPerEpoch);
    training.onEpoch = [&](int epoch, double loss) {
        console.say(fmt::format("epoch {}: loss {:.3f}", epoch, loss));
    };
    FundusDegradation degradation(*ranges, options.seed);
    auto trained =
        DegradationTrainer(training).train(photographsOf(*data), degradation, console.progress(), console.stopToken());
    if (!trained)
        return console.giveUp(trained.error());
    const JudgeProvenance provenance{options.modality, card->toJson(), {}};
    if (auto saved = saveDegradationEstimator(options.out, trained->estimator, provenance); !saved)
        return console.giveUp(saved.error());
    console.results() = {
        {"model", options.out}, {"epochs", trained->epochs}, {"loss", trained->loss}, {"seconds", trained->seconds}};
    // What it was trained on, and the damage that the enhancer is trained on.
    for (const std::string& preset : {options.degradation, std::string("wide")}) {
        auto measured = measure(trained->estimator, *heldOut, preset, options.seed, console);
        if (!measured)
            return console.giveUp(measured.error());
        console.results()["held_out"][preset] = std::move(*measured);
    }
    return ExitStatus::Done;
}

} // namespace limpid
