// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/degradation_estimator.h"
#include "methods/same/quality_examples.h"
#include "task/progress.h"
#include "task/result.h"

#include <c10/core/Device.h>

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace limpid {

struct DegradationTrainingOptions {
    DegradationEstimatorConfig network;
    int epochs = 8;
    int stepsPerEpoch = 100;
    std::int64_t batchSize = 16;
    double learningRate = 2e-3; ///< Adam, falling along a cosine to a hundredth
    std::uint64_t seed = 1;
    c10::Device device = c10::kCPU;
    std::function<void(int epoch, double loss)> onEpoch; ///< called in the training thread after each epoch, from 1
};

/// How well estimates agree with what was drawn, in the order of estimatedParameters.
struct DegradationAccuracy {
    std::array<double, 9> correlation{}; ///< Pearson's, over all images; 0 where nothing varies
    std::array<double, 9> meanError{};   ///< mean absolute
    /// Of the gains of red and blue over green, as logarithms: what is left when brightness, which exposure changes
    /// as well, is taken out.
    double redOverGreen = 0.0;
    double blueOverGreen = 0.0;
    std::int64_t images = 0;
};

/// A trained estimator in eval mode, and how it went.
struct TrainedDegradation {
    DegradationEstimator estimator;
    double loss = 0.0; ///< mean of the last epoch
    int epochs = 0;
    bool stopped = false; ///< by the stop token; what was learnt so far was kept
    double seconds = 0.0;
};

/// Trains a degradation estimator without anybody's labels: good photographs are flipped, turned, varied as cameras
/// vary (varyCamera()) and degraded, and the degradation says what it drew. The loss is the Huber loss of each
/// parameter's error over its spread in the first batches, bent at one spread.
///
/// The same seed, device and thread count give the same weights: torch's global generator is seeded for the initial
/// weights. Run it in one thread at a time.
class DegradationTrainer {
public:
    explicit DegradationTrainer(DegradationTrainingOptions options);

    /// Fails with TooFewImages (fewer than four), InvalidArgument, TrainingDiverged{epoch, batch, what}, Cancelled
    /// (stopped before the first epoch ended) or Internal.
    Result<TrainedDegradation> train(const QualityTrainingSet& data, Degradation& degradation, Progress progress = {},
                                     std::stop_token stop = {}) const;

private:
    DegradationTrainingOptions m_options;
};

/// Degrades every image of `data` (as they are, on the estimator's device) `variants` times and compares the estimates
/// with what was drawn. Leaves the estimator in eval mode.
DegradationAccuracy measureEstimator(DegradationEstimator& estimator, const QualityTrainingSet& data,
                                     Degradation& degradation, int variants);

} // namespace limpid
