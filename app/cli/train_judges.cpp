// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "train_judges.h"

#include "console.h"
#include "degradation/fundus_degradation.h"
#include "methods/same/judge_checkpoints.h"
#include "methods/same/network_range.h"
#include "methods/same/quality_trainer.h"
#include "methods/same/same_model.h"
#include "methods/same/structure_trainer.h"
#include "nn/compute_format.h"
#include "storage/training_data.h"
#include "training_card.h"

#include <spdlog/fmt/fmt.h>

#include <vector>

namespace limpid {

namespace {

/// The source model as the judges' trainers want it: images in [0, 1] in and out, under no-grad.
struct SourceRestorer {
    SameModel model;
    ComputeFormat format;

    torch::Tensor enhance(const torch::Tensor& images) {
        torch::NoGradGuard noGrad;
        const auto image = model.network->enhance(format.apply(toNetworkRange(images)));
        return ((image + 1.0) / 2.0).clamp(0.0, 1.0);
    }

    /// Probabilities.
    torch::Tensor structures(const torch::Tensor& images) {
        torch::NoGradGuard noGrad;
        return torch::sigmoid(model.network->forward(format.apply(toNetworkRange(images))).structureLogits);
    }
};

Result<SourceRestorer> loadRestorer(const TrainOptions& options) {
    auto model = loadSameModel(options.sourceModel);
    if (!model)
        return fail(std::move(model.error()));
    auto format = formatByName(options.precision, torch::kCPU);
    if (!format)
        return fail(std::move(format.error()));
    return SourceRestorer{std::move(*model), *format};
}

struct Prepared {
    TrainingData data;
    JudgeProvenance provenance;
};

Result<Prepared> prepare(const TrainOptions& options, const std::string& parentSha256) {
    auto data = loadTrainingData(options.data);
    if (!data)
        return fail(std::move(data.error()));
    auto card = trainingCard(options, *data, TrainingData{});
    if (!card)
        return fail(std::move(card.error()));
    return Prepared{std::move(*data), JudgeProvenance{options.modality, card->toJson(), parentSha256}};
}

/// Side at which the source model predicts structures, pixels: its working size in use.
constexpr int64_t predictionSide = 256;

/// The source model's structure probabilities on the clean training images: what the detector meets in use.
torch::Tensor structurePredictions(SourceRestorer& source, const TrainingData& data) {
    constexpr int64_t chunk = 8;
    std::vector<torch::Tensor> parts;
    for (int64_t begin = 0; begin < data.images.size(0); begin += chunk) {
        const auto end = std::min(begin + chunk, data.images.size(0));
        auto images = data.images.slice(0, begin, end).to(torch::kFloat) / 255.0;
        images = torch::upsample_bilinear2d(images, at::IntArrayRef{predictionSide, predictionSide},
                                            /*align_corners=*/false);
        parts.push_back(source.structures(images));
    }
    return torch::cat(parts);
}

/// Maps of the source model, and their fields of view.
struct FailedPredictions {
    torch::Tensor structures;
    torch::Tensor fieldsOfView;
};

/// What the source model draws where it loses the vessels: of its structures on degraded training images those that
/// have little in common with what it draws on the clean ones.
FailedPredictions failedPredictions(SourceRestorer& source, const TrainingData& data, const torch::Tensor& onClean,
                                    Degradation& degradation) {
    constexpr int rounds = 6;
    constexpr int64_t chunk = 8;
    constexpr double littleInCommon = 0.6;
    std::vector<torch::Tensor> structures;
    std::vector<torch::Tensor> fields;
    for (int64_t begin = 0; begin < rounds * data.images.size(0); begin += chunk) {
        const auto rows = torch::arange(begin, begin + chunk, torch::kLong).remainder(data.images.size(0));
        const auto resized = [](const torch::Tensor& images) {
            return torch::upsample_bilinear2d(images, at::IntArrayRef{predictionSide, predictionSide},
                                              /*align_corners=*/false);
        };
        const auto mask = resized(data.fieldOfView.index_select(0, rows).to(torch::kFloat)).ge(0.5).to(torch::kFloat);
        const auto clean = resized(data.images.index_select(0, rows).to(torch::kFloat) / 255.0) * mask;
        const auto made = source.structures(degradation.apply(clean, mask).images) * mask;
        const auto wanted = onClean.index_select(0, rows) * mask;
        const auto agreement = torch::cosine_similarity(made.flatten(1), wanted.flatten(1));
        const auto failed = agreement.lt(littleInCommon).nonzero().flatten();
        structures.push_back(made.index_select(0, failed));
        fields.push_back(mask.index_select(0, failed));
    }
    return {torch::cat(structures), torch::cat(fields)};
}

} // namespace

ExitStatus trainQuality(const TrainOptions& options, Console& console) {
    auto source = loadRestorer(options);
    if (!source)
        return console.giveUp(source.error());
    const auto prepared = prepare(options, source->model.sha256);
    if (!prepared)
        return console.giveUp(prepared.error());
    const auto ranges = degradationPreset(options.degradation);
    if (!ranges)
        return console.giveUp(ranges.error());

    QualityTrainingOptions training;
    training.network = options.network == "mcf" ? QualityAssessorConfig::mcf() : QualityAssessorConfig::compact();
    training.seed = options.seed;
    if (options.batch > 0)
        training.batchSize = options.batch;
    if (options.steps > 0)
        training.epochs = static_cast<int>((options.steps + training.stepsPerEpoch - 1) / training.stepsPerEpoch);
    training.onEpoch = [&](const QualityEpoch& epoch) {
        console.say(fmt::format(
            "epoch {}: loss {:.3f}, held out {:.3f}, accuracy {:.3f}, good precision {:.3f} recall {:.3f}",
            epoch.number, epoch.loss, epoch.heldOutLoss, epoch.accuracy, epoch.goodPrecision, epoch.goodRecall));
    };
    FundusDegradation degradation(*ranges, options.seed);
    const QualityTrainingSet set{prepared->data.images, prepared->data.fieldOfView};
    const auto restore = [&](const torch::Tensor& images) {
        return source->enhance(images);
    };
    const auto trained =
        QualityTrainer(training).train(set, degradation, restore, console.progress(), console.stopToken());
    if (!trained)
        return console.giveUp(trained.error());
    if (auto saved = saveQualityAssessor(options.out, trained->assessor, prepared->provenance); !saved)
        return console.giveUp(saved.error());
    const auto& best = trained->report.best;
    console.results() = {{"model", options.out},
                         {"epochs", trained->report.epochs.size()},
                         {"held_out", trained->report.heldOutImages},
                         {"accuracy", best.accuracy},
                         {"good_precision", best.goodPrecision},
                         {"good_recall", best.goodRecall},
                         {"confusion", trained->report.confusion},
                         {"seconds", trained->report.seconds}};
    console.print(fmt::format("{}: accuracy {:.3f}, of the picked {:.3f} are good, of the good {:.3f} are picked",
                              options.out, best.accuracy, best.goodPrecision, best.goodRecall));
    return ExitStatus::Done;
}

ExitStatus trainStructure(const TrainOptions& options, Console& console) {
    auto source = loadRestorer(options);
    if (!source)
        return console.giveUp(source.error());
    const auto prepared = prepare(options, source->model.sha256);
    if (!prepared)
        return console.giveUp(prepared.error());
    const auto ranges = degradationPreset(options.degradation);
    if (!ranges)
        return console.giveUp(ranges.error());
    const auto& data = prepared->data;
    const auto withMask = data.hasStructure.nonzero().flatten();
    StructureTrainingSet set;
    set.structures = data.structures.index_select(0, withMask).to(torch::kFloat);
    set.fieldsOfView = data.fieldOfView.index_select(0, withMask).to(torch::kFloat);
    set.predictions = structurePredictions(*source, data);
    set.predictionFieldsOfView = data.fieldOfView.to(torch::kFloat); // of another size: the detector fits them
    FundusDegradation degradation(*ranges, options.seed);
    const auto failed = failedPredictions(*source, data, set.predictions, degradation);
    set.failures = failed.structures;
    set.failureFieldsOfView = failed.fieldsOfView;
    console.say(fmt::format("{} failures of the source model found", set.failures.size(0)));

    StructureTrainingOptions training;
    training.seed = options.seed;
    if (options.batch > 0)
        training.batchSize = options.batch;
    if (options.steps > 0)
        training.epochs = static_cast<int>((options.steps + training.stepsPerEpoch - 1) / training.stepsPerEpoch);
    training.onEpoch = [&](const StructureEpoch& epoch) {
        console.say(
            fmt::format("epoch {}: reconstruction {:.4f}, feature {:.4f}, discriminator {:.3f}, mean AUC {:.3f}",
                        epoch.number, epoch.reconstruction, epoch.feature, epoch.discriminator, epoch.meanAuc));
    };
    const auto trained = StructureTrainer(training).train(set, console.progress(), console.stopToken());
    if (!trained)
        return console.giveUp(trained.error());
    if (auto saved = saveStructureDetector(options.out, trained->detector, prepared->provenance); !saved)
        return console.giveUp(saved.error());
    const auto& report = trained->report;
    console.results() = {{"model", options.out},
                         {"mean_auc", report.meanAuc},
                         {"failure_auc", report.failureAuc},
                         {"failures_refused", report.failuresRefused},
                         {"threshold", report.threshold},
                         {"regular_refused", report.regularRefused},
                         {"seconds", report.seconds}};
    console.print(
        fmt::format("{}: mean AUC {:.3f} against irregular maps, {:.3f} against failures of the source model; "
                    "threshold {:.3f}, {:.3f} of regular and {:.3f} of failures refused",
                    options.out, report.meanAuc, report.failureAuc, report.threshold, report.regularRefused,
                    report.failuresRefused));
    return ExitStatus::Done;
}

} // namespace limpid
