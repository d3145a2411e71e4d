// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/structure_preserving_unet.h"
#include "methods/same/training_crops.h"
#include "nn/compute_format.h"
#include "task/progress.h"
#include "task/result.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace limpid {

/// Constants of source training. Those of the paper's release are named with their place in reference code; the others
/// are ours.
struct SourceTrainingOptions {
    int64_t steps = 20000;
    int64_t batchSize = 4;         ///< Release: batch 4.
    int64_t cropSize = 256;        ///< Release: 256.
    int64_t shortestSide = 256;    ///< Smallest crop, in pixels of the prepared images, that is resized to cropSize.
    double learningRate = 2e-4;    ///< Release: Adam 2e-4, betas (0.9, 0.999).
    double constantShare = 0.75;   ///< Release: 150 epochs constant, 50 falling linearly to 0.
    double imageWeight = 0.95;     ///< Release: lambda 0.95 on L1.
    double structureWeight = 0.05; ///< 1 - lambda on cross-entropy.
    double logErrorWeight = 0.1;   ///< Ours: maskedLogError(), which is PSNR itself. The paper has none.
    bool varyCameras = true;       ///< Ours: varyCamera() on the good images before they are degraded.
    double averagingDecay = 0.999; ///< Ours: the result is the EMA of the weights; 0 takes the last weights.
    int64_t evaluateEvery = 1000;  ///< Steps between evaluations, each of which is also a checkpoint.
    std::uint64_t seed = 1;
    ComputeFormat format;
};

/// One evaluation on held-out images, degraded with seeds that training never draws.
struct SourceEvaluation {
    int64_t step = 0;
    double loss = 0.0; ///< Mean over the steps since the last evaluation.
    double inputPsnr = 0.0;
    double inputSsim = 0.0;
    double psnr = 0.0; ///< Field-of-view protocol at cropSize, in dB.
    double ssim = 0.0;
    double vesselDice = 0.0; ///< Of structures above 0.5 on degraded images against the masks; 0 where there is none.
    double secondsPerStep = 0.0;
};

/// Makes the degradation that training (or evaluation) draws from, for a seed.
using DegradationFactory = std::function<std::unique_ptr<Degradation>(std::uint64_t seed)>;

/// Trains the source model on synthetic pairs: L = 0.95 L1(image) + 0.05 CE(structure), inside the field of view; the
/// structure term only for images that have a mask. Source: released SAME trainer; see SourceTrainingOptions.
///
/// Runs in the calling thread, on the device where the network is.
class SourceTrainer {
public:
    /// `training` and `heldOut` as in CropSource; both on the CPU. `degradeHeldOut` should leave no image untouched:
    /// its PSNR would be infinite.
    SourceTrainer(SourceTrainingOptions options, CropSource training, CropSource heldOut, DegradationFactory degrade,
                  DegradationFactory degradeHeldOut);

    /// Called after every evaluation with the averaged weights, for a checkpoint; a failure ends the training.
    using Checkpoint = std::function<Result<void>(const SourceEvaluation&, StructurePreservingUnet&)>;

    /// Trains `network` in place and leaves the averaged weights in it. Returns the last evaluation. Fails with
    /// TrainingDiverged when the loss is no longer a number, with Cancelled when asked to stop (the averaged weights so
    /// far are in `network` then), and with what the checkpoint said.
    Result<SourceEvaluation> train(StructurePreservingUnet& network, const Checkpoint& checkpoint, Progress progress,
                                   std::stop_token stop);

    /// Evaluates `network` on every held-out image, each degraded in several ways with fixed seeds of its own.
    SourceEvaluation evaluate(StructurePreservingUnet& network);

private:
    torch::Tensor lossOf(StructurePreservingUnet& network, const CropBatch& batch, const torch::Tensor& degraded) const;
    double learningRateAt(int64_t step) const;

    SourceTrainingOptions m_options;
    TrainingCrops m_training;
    TrainingCrops m_heldOut;
    DegradationFactory m_degrade;
    DegradationFactory m_degradeHeldOut;
};

} // namespace limpid
