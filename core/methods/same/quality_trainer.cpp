// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/quality_trainer.h"

#include "methods/same/training_support.h"
#include "nn/adam.h"
#include "nn/antialiased_resize.h"
#include "storage/checkpoint.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>
#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <utility>

namespace limpid {
namespace {

/// Images and fields of view by index, as float on the device.
class QualitySource {
public:
    QualitySource(const QualityTrainingSet& set, const c10::Device& device)
        : m_set(set)
        , m_device(device) {}

    std::pair<torch::Tensor, torch::Tensor> take(const torch::Tensor& indices) const {
        const auto images = asUnitFloat(m_set.images.index_select(0, indices)).to(m_device);
        if (!m_set.fieldsOfView.defined()) {
            return {images, torch::ones({images.size(0), 1, images.size(2), images.size(3)}, images.options())};
        }
        const auto fields = m_set.fieldsOfView.index_select(0, indices).to(m_device);
        return {images, (fields > 0).to(torch::kFloat)};
    }

private:
    const QualityTrainingSet& m_set;
    c10::Device m_device;
};

torch::Tensor totalLoss(const QualityOutput& output, const QualityExamples& examples, double severityWeight) {
    const auto oneHot = at::one_hot(examples.classes, 3).to(torch::kFloat);
    auto loss = probabilityCrossEntropy(output.probabilities, oneHot);
    if (!output.auxiliary.empty()) {
        loss = loss * 0.6;
        for (const auto& head : output.auxiliary) {
            loss = loss + probabilityCrossEntropy(head, oneHot) * 0.1;
        }
    }
    if (output.severity.defined()) {
        loss = loss + (output.severity - examples.severity).abs().mean() * severityWeight;
    }
    return loss;
}

/// The held-out examples, made once so that epochs are comparable; kept at the network's size.
QualityExamples makeHeldOut(const QualitySource& source, const torch::Tensor& indices, QualityExampleMaker& maker,
                            const QualityTrainingOptions& options) {
    std::vector<torch::Tensor> images, severity, classes;
    for (int variant = 0; variant < options.heldOutVariants; ++variant) {
        for (const auto& chunk : indices.split(options.batchSize)) {
            const auto [clean, fields] = source.take(chunk);
            const auto examples = maker.make(clean, fields);
            images.push_back(antialiasedResize(examples.images, options.network.inputSize, options.network.inputSize));
            severity.push_back(examples.severity);
            classes.push_back(examples.classes);
        }
    }
    return {torch::cat(images), torch::cat(severity), torch::cat(classes)};
}

/// Measures the current weights on the held-out examples; fills the confusion table.
QualityEpoch evaluate(QualityAssessor& assessor, const QualityExamples& heldOut, const QualityTrainingOptions& options,
                      QualityReport& report) {
    const torch::NoGradGuard noGrad;
    assessor->eval();
    std::vector<torch::Tensor> probabilities, severity;
    for (const auto& chunk : heldOut.images.split(options.batchSize)) {
        const auto output = assessor->forward(chunk);
        probabilities.push_back(output.probabilities);
        if (output.severity.defined()) {
            severity.push_back(output.severity);
        }
    }
    const auto all = torch::cat(probabilities);
    QualityEpoch epoch;
    epoch.heldOutLoss = probabilityCrossEntropy(all, at::one_hot(heldOut.classes, 3).to(torch::kFloat)).item<double>();
    if (!severity.empty()) {
        epoch.severityError = (torch::cat(severity) - heldOut.severity).abs().mean().item<double>();
    }
    const auto strongest = all.argmax(1);
    const auto good = heldOut.classes == 0;
    const auto picked = (all.select(1, 0) > options.qualityThreshold).logical_and(strongest == 0);
    const auto right = picked.logical_and(good).sum().item<double>();
    epoch.accuracy = (strongest == heldOut.classes).to(torch::kFloat).mean().item<double>();
    epoch.goodPrecision = right / std::max(1.0, picked.sum().item<double>());
    epoch.goodRecall = right / std::max(1.0, good.sum().item<double>());
    const auto cells = torch::bincount((heldOut.classes * 3 + strongest).to(torch::kCPU), {}, 9);
    for (std::int64_t cell = 0; cell < 9; ++cell) {
        report.confusion.at(static_cast<std::size_t>(cell / 3)).at(static_cast<std::size_t>(cell % 3)) =
            cells[cell].item<std::int64_t>();
    }
    return epoch;
}

Result<void> check(const QualityTrainingSet& data, const QualityTrainingOptions& options) {
    if (!data.images.defined() || data.images.dim() != 4 || data.images.size(1) != 3) {
        return fail(ErrorCode::InvalidArgument, {"quality training images", "they must be [N,3,H,W]"});
    }
    if (data.images.size(0) < 4) {
        return fail(ErrorCode::TooFewImages, {std::to_string(data.images.size(0)), "4"});
    }
    if (options.epochs < 1 || options.stepsPerEpoch < 1 || options.batchSize < 2 || options.heldOutVariants < 1) {
        return fail(ErrorCode::InvalidArgument, {"quality training", "epochs, steps, batch and variants are too few"});
    }
    return {};
}

} // namespace

QualityTrainer::QualityTrainer(QualityTrainingOptions options)
    : m_options(std::move(options)) {}

Result<TrainedQuality> QualityTrainer::train(const QualityTrainingSet& data, Degradation& degradation,
                                             const ImageRestorer& restore, Progress progress,
                                             std::stop_token stop) const {
    if (auto valid = check(data, m_options); !valid) {
        return fail(std::move(valid.error()));
    }
    try {
        const auto start = std::chrono::steady_clock::now();
        torch::manual_seed(m_options.seed);
        TrainedQuality trained{QualityAssessor(m_options.network), {}};
        auto& [assessor, report] = trained;
        assessor->to(m_options.device);

        auto generator = at::detail::createCPUGenerator(m_options.seed);
        const auto split = splitIndices(data.images.size(0), m_options.heldOutShare, 128, generator);
        report.trainingImages = split.training.size(0);
        report.heldOutImages = split.heldOut.size(0);
        const QualitySource source(data, m_options.device);
        QualityExampleMaker maker(m_options.mixture, degradation, restore, m_options.seed);
        const auto heldOut = makeHeldOut(source, split.heldOut, maker, m_options);

        Adam optimiser(assessor->parameters(), m_options.learningRate);
        const auto totalSteps = m_options.epochs * m_options.stepsPerEpoch;
        NamedTensors bestWeights;
        double bestLoss = std::numeric_limits<double>::infinity();
        for (int epoch = 1; epoch <= m_options.epochs && !report.stopped; ++epoch) {
            assessor->train();
            std::vector<torch::Tensor> losses;
            for (int step = 0; step < m_options.stepsPerEpoch; ++step) {
                if (stop.stop_requested()) {
                    report.stopped = true;
                    break;
                }
                const auto done = (epoch - 1) * m_options.stepsPerEpoch + step;
                optimiser.setLearningRate(m_options.learningRate * cosineDecay(done, totalSteps, 0.05));
                const auto indices = drawIndices(split.training, m_options.batchSize, generator);
                const auto [clean, fields] = source.take(indices);
                const auto examples = maker.make(clean, fields);
                const auto loss = totalLoss(assessor->forward(examples.images), examples, m_options.severityWeight);
                optimiser.forgetGradients();
                loss.backward();
                optimiser.step();
                losses.push_back(loss.detach());
                progress.set(static_cast<double>(done + 1) / totalSteps);
            }
            if (report.stopped) {
                break;
            }
            const auto history = torch::stack(losses).to(torch::kCPU);
            if (const auto bad = firstNotFinite(history); bad >= 0) {
                return fail(ErrorCode::TrainingDiverged, {std::to_string(epoch), std::to_string(bad + 1), "loss"});
            }
            QualityReport measured;
            auto current = evaluate(assessor, heldOut, m_options, measured);
            current.number = epoch;
            current.loss = history.mean().item<double>();
            report.epochs.push_back(current);
            if (current.heldOutLoss < bestLoss) {
                bestLoss = current.heldOutLoss;
                report.best = current;
                report.confusion = measured.confusion;
                bestWeights = copyOfState(*assessor);
            }
            if (m_options.onEpoch) {
                m_options.onEpoch(current);
            }
        }
        if (bestWeights.empty()) {
            return fail(ErrorCode::Cancelled);
        }
        if (auto restored = loadInto(*assessor, bestWeights, {}); !restored) {
            return fail(std::move(restored.error()));
        }
        assessor->eval();
        report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return trained;
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"training the quality judge"}, error.what_without_backtrace());
    }
}

} // namespace limpid
