// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/degradation_trainer.h"

#include "methods/same/camera_variation.h"
#include "methods/same/training_support.h"
#include "nn/adam.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Functions.h>
#include <torch/utils.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

namespace {

struct Examples {
    torch::Tensor images;
    torch::Tensor fieldOfView;
    torch::Tensor wanted; ///< [N, 9]
};

/// Photographs and fields of view by index, as float.
Examples take(const QualityTrainingSet& data, const torch::Tensor& rows, const c10::Device& device) {
    Examples taken;
    taken.images = asUnitFloat(data.images.index_select(0, rows)).to(device);
    taken.fieldOfView = data.fieldsOfView.defined()
                            ? (data.fieldsOfView.index_select(0, rows) > 0).to(torch::kFloat).to(device)
                            : torch::ones({taken.images.size(0), 1, taken.images.size(2), taken.images.size(3)},
                                          taken.images.options());
    taken.images = taken.images * taken.fieldOfView;
    return taken;
}

/// Degrades what was taken and notes what was drawn.
void degrade(Examples& examples, Degradation& degradation) {
    auto degraded = degradation.apply(examples.images, examples.fieldOfView);
    std::vector<DegradationSeverities> severities;
    for (const auto& record : degraded.records)
        severities.push_back(record.severities);
    examples.images = std::move(degraded.images);
    examples.wanted = asEstimates(severities).to(examples.images.device());
}

/// The whole batch in one of the eight flips and quarter turns (of a square; else of the four that keep its shape).
void turn(Examples& examples, at::Generator& generator) {
    const auto options = torch::TensorOptions().dtype(torch::kLong);
    const bool square = examples.images.size(2) == examples.images.size(3);
    const auto which = at::randint(0, 8, {1}, generator, options).item<std::int64_t>() & (square ? 7 : 6);
    for (auto* tensor : {&examples.images, &examples.fieldOfView}) {
        const auto flipped = (which & 4) != 0 ? tensor->flip(3) : *tensor;
        *tensor = torch::rot90(flipped, which & 3, {2, 3}).contiguous();
    }
}

double correlationOf(const torch::Tensor& estimates, const torch::Tensor& wanted) {
    const auto a = estimates - estimates.mean();
    const auto b = wanted - wanted.mean();
    constexpr double tiny = 1e-12;
    return (a * b).sum().item<double>() / std::max((a.norm() * b.norm()).item<double>(), tiny);
}

Result<void> check(const QualityTrainingSet& data, const DegradationTrainingOptions& options) {
    if (!data.images.defined() || data.images.dim() != 4 || data.images.size(1) != 3 ||
        std::min(data.images.size(2), data.images.size(3)) < 64)
        return fail(ErrorCode::InvalidArgument, {"degradation training images", "they must be [N,3,H,W] of 64 px"});
    if (data.images.size(0) < 4)
        return fail(ErrorCode::TooFewImages, {std::to_string(data.images.size(0)), "4"});
    if (options.epochs < 1 || options.stepsPerEpoch < 1 || options.batchSize < 2)
        return fail(ErrorCode::InvalidArgument, {"degradation training", "epochs, steps and batch are too few"});
    return {};
}

} // namespace

DegradationTrainer::DegradationTrainer(DegradationTrainingOptions options)
    : m_options(std::move(options)) {}

Result<TrainedDegradation> DegradationTrainer::train(const QualityTrainingSet& data, Degradation& degradation,
                                                     Progress progress, std::stop_token stop) const {
    if (auto valid = check(data, m_options); !valid)
        return fail(std::move(valid.error()));
    try {
        const auto start = std::chrono::steady_clock::now();
        torch::manual_seed(m_options.seed);
        TrainedDegradation trained{DegradationEstimator(m_options.network)};
        auto& estimator = trained.estimator;
        estimator->to(m_options.device);
        estimator->train();
        auto generator = at::detail::createCPUGenerator(m_options.seed);
        const auto everyRow = torch::arange(data.images.size(0), torch::kLong);
        const auto draw = [&] {
            auto examples = take(data, drawIndices(everyRow, m_options.batchSize, generator), m_options.device);
            turn(examples, generator);
            examples.images = varyCamera(examples.images, examples.fieldOfView, generator);
            degrade(examples, degradation);
            return examples;
        };
        constexpr int batchesForSpread = 8;
        std::vector<torch::Tensor> first;
        for (int batch = 0; batch < batchesForSpread; ++batch)
            first.push_back(draw().wanted);
        constexpr double leastSpread = 0.05;
        const auto spread = torch::cat(first).std(0, /*unbiased=*/false).clamp_min(leastSpread);

        Adam optimiser(estimator->parameters(), m_options.learningRate);
        const auto totalSteps = m_options.epochs * m_options.stepsPerEpoch;
        for (int epoch = 1; epoch <= m_options.epochs; ++epoch) {
            // How a few images compare with each other must not be what is learnt: the second half sees the norms'
            // statistics as they will be in use.
            if (epoch > (m_options.epochs + 1) / 2)
                estimator->eval();
            std::vector<torch::Tensor> losses;
            for (int step = 0; step < m_options.stepsPerEpoch; ++step) {
                if (stop.stop_requested()) {
                    trained.stopped = true;
                    break;
                }
                const auto done = (epoch - 1) * m_options.stepsPerEpoch + step;
                optimiser.setLearningRate(m_options.learningRate * cosineDecay(done, totalSteps, 0.01));
                const auto examples = draw();
                const auto estimates = estimator->forward(examples.images, examples.fieldOfView);
                // Square near the truth: most images lack a kind, and the median of what is mostly 0 is 0.
                const auto loss = torch::smooth_l1_loss(estimates / spread, examples.wanted / spread);
                optimiser.forgetGradients();
                loss.backward();
                optimiser.step();
                losses.push_back(loss.detach());
                progress.set(static_cast<double>(done + 1) / totalSteps);
            }
            if (trained.stopped)
                break;
            const auto history = torch::stack(losses).to(torch::kCPU);
            if (const auto bad = firstNotFinite(history); bad >= 0)
                return fail(ErrorCode::TrainingDiverged, {std::to_string(epoch), std::to_string(bad + 1), "loss"});
            trained.loss = history.mean().item<double>();
            trained.epochs = epoch;
            if (m_options.onEpoch)
                m_options.onEpoch(epoch, trained.loss);
        }
        if (trained.epochs == 0)
            return fail(ErrorCode::Cancelled);
        estimator->eval();
        trained.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return trained;
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"training the degradation estimator"}, error.what_without_backtrace());
    }
}

DegradationAccuracy measureEstimator(DegradationEstimator& estimator, const QualityTrainingSet& data,
                                     Degradation& degradation, int variants) {
    const torch::NoGradGuard noGrad;
    estimator->eval();
    const auto device = estimator->parameters().front().device();
    std::vector<torch::Tensor> estimated, drawn;
    constexpr std::int64_t chunk = 8;
    for (int variant = 0; variant < variants; ++variant) {
        for (const auto& rows : torch::arange(data.images.size(0), torch::kLong).split(chunk)) {
            auto examples = take(data, rows, device);
            degrade(examples, degradation);
            estimated.push_back(estimator->forward(examples.images, examples.fieldOfView).to(torch::kDouble).cpu());
            drawn.push_back(examples.wanted.to(torch::kDouble).cpu());
        }
    }
    const auto estimates = torch::cat(estimated);
    const auto wanted = torch::cat(drawn);
    DegradationAccuracy accuracy;
    accuracy.images = estimates.size(0);
    for (std::size_t i = 0; i < estimatedParameters.size(); ++i) {
        const auto column = static_cast<std::int64_t>(i);
        accuracy.correlation[i] = correlationOf(estimates.select(1, column), wanted.select(1, column));
        accuracy.meanError[i] = (estimates.select(1, column) - wanted.select(1, column)).abs().mean().item<double>();
    }
    const auto overGreen = [](const torch::Tensor& rows, std::int64_t channel) {
        return rows.select(1, channel) - rows.select(1, 7);
    };
    accuracy.redOverGreen = correlationOf(overGreen(estimates, 6), overGreen(wanted, 6));
    accuracy.blueOverGreen = correlationOf(overGreen(estimates, 8), overGreen(wanted, 8));
    return accuracy;
}

} // namespace limpid
