// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "train_source.h"

#include "console.h"
#include "degradation/fundus_degradation.h"
#include "methods/same/same_model.h"
#include "methods/same/source_trainer.h"
#include "nn/ema.h"
#include "storage/training_data.h"
#include "training_card.h"

#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

CropSource cropSourceOf(const TrainingData& data) {
    return {data.images, data.fieldOfView, data.structures, data.hasStructure};
}

DegradationFactory degrader(const DegradationRanges& ranges) {
    return [ranges](std::uint64_t seed) {
        return std::make_unique<FundusDegradation>(ranges, seed);
    };
}

nlohmann::ordered_json toJson(const SourceEvaluation& evaluation) {
    return {{"step", evaluation.step},
            {"loss", evaluation.loss},
            {"measured_against", "reference"},
            {"protocol", "fov"},
            {"input", {{"psnr", evaluation.inputPsnr}, {"ssim", evaluation.inputSsim}}},
            {"output", {{"psnr", evaluation.psnr}, {"ssim", evaluation.ssim}}},
            {"vessel_dice", evaluation.vesselDice},
            {"seconds_per_step", evaluation.secondsPerStep}};
}

SourceTrainingOptions trainingOptions(const TrainOptions& options, const ComputeFormat& format) {
    SourceTrainingOptions training;
    training.format = format;
    training.steps = options.steps > 0 ? options.steps : training.steps;
    training.batchSize = options.batch > 0 ? options.batch : training.batchSize;
    training.cropSize = options.cropSize;
    training.shortestSide = options.shortestSide;
    training.learningRate = options.learningRate;
    training.constantShare = options.constantShare;
    training.logErrorWeight = options.logErrorWeight;
    training.structureWeight = options.structureWeight;
    training.evaluateEvery = options.evaluateEvery;
    training.seed = options.seed;
    return training;
}

} // namespace

ExitStatus trainSource(const TrainOptions& options, Console& console) {
    const auto data = loadTrainingData(options.data);
    if (!data)
        return console.giveUp(data.error());
    const auto heldOut = loadTrainingData(options.heldOut);
    if (!heldOut)
        return console.giveUp(heldOut.error());
    const auto ranges = degradationPreset(options.degradation);
    if (!ranges)
        return console.giveUp(ranges.error());
    const auto configuration = UnetConfiguration::byName(options.network);
    if (!configuration)
        return console.giveUp(configuration.error());
    const auto format = formatByName(options.precision, torch::kCPU);
    if (!format)
        return console.giveUp(format.error());

    torch::manual_seed(options.seed);
    SameModel model;
    model.network = StructurePreservingUnet(*configuration);
    model.modality = options.modality;
    if (!options.startFrom.empty()) {
        const auto start = loadSameModel(options.startFrom);
        if (!start)
            return console.giveUp(start.error());
        if (start->network->configuration().preset != configuration->preset)
            return console.giveUp(
                {ErrorCode::ModelMismatch, {options.startFrom, "it is not a " + options.network + " network"}, {}});
        if (const auto fresh = copyMatchingState(*model.network, *start->network); fresh > 0)
            console.say(fmt::format("{} tensors begin at random: {} has none of their name and shape", fresh,
                                    options.startFrom));
    }
    console.say(fmt::format("{} parameters, {} training images, {} held out, {}", parameterCount(*model.network),
                            data->images.size(0), heldOut->images.size(0), format->name()));
    auto alwaysDegraded = *ranges;
    alwaysDegraded.untouchedProbability = 0.0;
    SourceTrainer trainer(trainingOptions(options, *format), cropSourceOf(*data), cropSourceOf(*heldOut),
                          degrader(*ranges), degrader(alwaysDegraded));
    auto evaluations = nlohmann::ordered_json::array();
    const auto checkpoint = [&](const SourceEvaluation& evaluation, StructurePreservingUnet& average) {
        console.say(fmt::format(
            "step {}: loss {:.4f}, input {:.2f} dB / {:.4f}, output {:.2f} dB / {:.4f}, vessels' Dice {:.3f}, "
            "{:.3f} s/step",
            evaluation.step, evaluation.loss, evaluation.inputPsnr, evaluation.inputSsim, evaluation.psnr,
            evaluation.ssim, evaluation.vesselDice, evaluation.secondsPerStep));
        evaluations.push_back(toJson(evaluation));
        auto card = trainingCard(options, *data, *heldOut);
        if (!card)
            return Result<void>(fail(std::move(card.error())));
        const std::string measured = fmt::format("{} held-out images, degradation preset {}, seeds that training never "
                                                 "draws, {} px",
                                                 heldOut->images.size(0), options.degradation, options.cropSize);
        card->metrics.push_back({"input PSNR (dB)", evaluation.inputPsnr, "fov", measured, options.commandLine});
        card->metrics.push_back({"input SSIM", evaluation.inputSsim, "fov", measured, options.commandLine});
        card->metrics.push_back({"output PSNR (dB)", evaluation.psnr, "fov", measured, options.commandLine});
        card->metrics.push_back({"output SSIM", evaluation.ssim, "fov", measured, options.commandLine});
        card->metrics.push_back({"Dice of the vessels", evaluation.vesselDice, "fov", measured, options.commandLine});
        SameModel kept = model;
        kept.network = average;
        kept.cardJson = card->toJson();
        return saveSameModel(options.out, kept);
    };
    const auto trained = trainer.train(model.network, checkpoint, console.progress(), console.stopToken());
    if (!trained)
        return console.giveUp(trained.error());
    console.results() = {{"model", options.out},
                         {"parameters", parameterCount(*model.network)},
                         {"precision", format->name()},
                         {"evaluations", evaluations}};
    console.print(fmt::format("{}: input {:.2f} dB / {:.4f}, output {:.2f} dB / {:.4f} (fov protocol, held-out images)",
                              options.out, trained->inputPsnr, trained->inputSsim, trained->psnr, trained->ssim));
    return ExitStatus::Done;
}

} // namespace limpid
