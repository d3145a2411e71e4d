// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/irregular_structures.h"
#include "methods/same/structure_detector.h"
#include "task/progress.h"
#include "task/result.h"

#include <c10/core/Device.h>
#include <torch/types.h>

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

namespace limpid {

/// Regular structures of the source site.
struct StructureTrainingSet {
    torch::Tensor structures;   ///< masks [N,1,H,W], float32 in [0,1] or uint8 in 0..255
    torch::Tensor fieldsOfView; ///< [N,1,H,W], above 0 inside, or undefined: everything
    /// The source model's own structure probabilities on good source images, [M,1,h,w], or undefined. They are what the
    /// detector meets in use: when given, half of every batch and the whole calibration consist of them.
    torch::Tensor predictions;
    torch::Tensor predictionFieldsOfView; ///< [M,1,h,w], or undefined
    /// The source model's structure probabilities where it failed, [K,1,h,w], or undefined: irregular maps as they
    /// really happen, shown to the discriminator beside the generated ones. A part is held out for the report.
    torch::Tensor failures{};
    torch::Tensor failureFieldsOfView{}; ///< [K,1,h,w], or undefined
};

/// How well one kind of irregular map is told from held-out regular ones.
struct IrregularDetection {
    IrregularKind kind = IrregularKind::Broken;
    bool trainedOn = false; ///< the discriminator saw this kind
    double auc = 0.0;       ///< area under the ROC curve, 0.5 is chance
    double refused = 0.0;   ///< share above the threshold
};

/// One epoch of training the detector.
struct StructureEpoch {
    int number = 0;            ///< from 1
    double reconstruction = 0; ///< mean binary cross-entropy per pixel, in nats
    double feature = 0;
    double divergence = 0; ///< Kullback-Leibler, in nats per map
    double discriminator = 0;
    double meanAuc = 0; ///< held-out, over all kinds of irregular maps
};

struct StructureReport {
    std::vector<StructureEpoch> epochs;
    StructureEpoch best; ///< the epoch whose weights were kept: the highest mean AUC
    std::vector<IrregularDetection> detection;
    double meanAuc = 0.0;
    double failureAuc = 0.0;      ///< held-out failures against held-out regular maps; 0 where there are none
    double failuresRefused = 0.0; ///< share of held-out failures above the threshold
    double threshold = 0.0;
    double regularRefused = 0.0; ///< share of held-out regular maps above the threshold, near 1 - thresholdShare
    std::int64_t trainingMaps = 0;
    std::int64_t heldOutMaps = 0;
    bool stopped = false; ///< by the stop token; the best weights so far were kept
    double seconds = 0.0;
};

struct StructureTrainingOptions {
    StructureDetectorConfig network;
    int epochs = 12;
    int stepsPerEpoch = 80;
    std::int64_t batchSize = 16;
    double learningRate = 5e-4; ///< Adam (0.5, 0.999), falling along a cosine to a twentieth
    double featureWeight = 1.0;
    double adversarialWeight = 0.01;
    /// The balance of the VAE-GAN: a side rests while its mean cross-entropy is this far beyond 0.68 nats, the value of
    /// a discriminator that cannot tell (Larsen et al. 2016).
    double balanceMargin = 0.35;
    double heldOutShare = 0.2;
    double thresholdShare = 0.95;
    /// Irregular maps that the discriminator is shown as false, beside reconstructions and samples of the prior: its
    /// features then know what to look for. The kinds left out test whether that carries over.
    std::vector<IrregularKind> exposure{IrregularKind::Broken, IrregularKind::Erased, IrregularKind::Blobs,
                                        IrregularKind::Mesh};
    std::uint64_t seed = 1;
    c10::Device device = c10::kCPU;
    std::function<void(const StructureEpoch&)> onEpoch; ///< called in the training thread after each epoch
};

/// A trained and calibrated detector, in eval mode with the best weights, and the report.
struct TrainedStructure {
    StructureDetector detector;
    StructureReport report;
};

/// Trains the irregular structure detector on regular structures alone and sets its threshold on held-out ones.
///
/// The same seed, device and thread count give the same weights: torch's global generator is seeded for the initial
/// weights. Run it in one thread at a time.
class StructureTrainer {
public:
    explicit StructureTrainer(StructureTrainingOptions options);

    /// Fails with TooFewImages (fewer than eight maps), InvalidArgument, TrainingDiverged{epoch, batch, what},
    /// Cancelled (stopped before the first epoch ended) or Internal.
    Result<TrainedStructure> train(const StructureTrainingSet& data, Progress progress = {},
                                   std::stop_token stop = {}) const;

private:
    StructureTrainingOptions m_options;
};

} // namespace limpid
