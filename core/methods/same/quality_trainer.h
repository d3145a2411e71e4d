// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/quality_assessor.h"
#include "methods/same/quality_examples.h"
#include "task/progress.h"
#include "task/result.h"

#include <c10/core/Device.h>

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

namespace limpid {

/// One epoch of training the quality assessor; everything but `loss` is measured on held-out images.
struct QualityEpoch {
    int number = 0; ///< from 1
    double loss = 0.0;
    double heldOutLoss = 0.0;
    double accuracy = 0.0;      ///< share whose strongest class is the true one
    double goodPrecision = 0.0; ///< share of the picked (p(good) above the threshold and strongest) that are good
    double goodRecall = 0.0;    ///< share of the good that are picked
    double severityError = 0.0; ///< mean absolute error of the estimated severity; 0 with the MCF network
};

/// What training the quality assessor gave.
struct QualityReport {
    std::vector<QualityEpoch> epochs;
    QualityEpoch best; ///< the epoch whose weights were kept: the lowest held-out loss
    /// Held-out examples by true class (row) and strongest class (column), with the kept weights.
    std::array<std::array<std::int64_t, 3>, 3> confusion{};
    std::int64_t trainingImages = 0;
    std::int64_t heldOutImages = 0;
    bool stopped = false; ///< by the stop token; the best weights so far were kept
    double seconds = 0.0;
};

struct QualityTrainingOptions {
    QualityAssessorConfig network;
    QualityMixture mixture;
    int epochs = 12;
    int stepsPerEpoch = 100;
    std::int64_t batchSize = 16;
    double learningRate = 1e-3;    ///< Adam, falling along a cosine to a twentieth
    double severityWeight = 0.5;   ///< of the severity's absolute error beside the grade's cross-entropy
    double qualityThreshold = 0.8; ///< for the report's precision and recall
    double heldOutShare = 0.15;    ///< of the images, the last ones after a seeded shuffle; at most 128 images
    int heldOutVariants = 4;       ///< examples made of each held-out image
    std::uint64_t seed = 1;
    c10::Device device = c10::kCPU;
    std::function<void(const QualityEpoch&)> onEpoch; ///< called in the training thread after each epoch
};

/// A trained assessor, in eval mode with the best weights, and the report.
struct TrainedQuality {
    QualityAssessor assessor;
    QualityReport report;
};

/// Trains a quality assessor without human grades: good images are degraded and restored on the fly, and labelled by
/// what was lost. Losses of the MCF network as in Fu et al. 2019 (0.1 for each auxiliary head, 0.6 for the fused one).
///
/// The same seed, device and thread count give the same weights: torch's global generator is seeded for the initial
/// weights. Run it in one thread at a time.
class QualityTrainer {
public:
    explicit QualityTrainer(QualityTrainingOptions options);

    /// Fails with TooFewImages (fewer than four), InvalidArgument, TrainingDiverged{epoch, batch, what}, Cancelled
    /// (stopped before the first epoch ended) or Internal. `restore` may be empty.
    Result<TrainedQuality> train(const QualityTrainingSet& data, Degradation& degradation,
                                 const ImageRestorer& restore = {}, Progress progress = {},
                                 std::stop_token stop = {}) const;

private:
    QualityTrainingOptions m_options;
};

} // namespace limpid
