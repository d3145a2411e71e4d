// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/source_trainer.h"

#include "methods/same/camera_variation.h"
#include "methods/same/network_range.h"
#include "metrics/psnr.h"
#include "metrics/ssim.h"
#include "metrics/structure_agreement.h"
#include "nn/adam.h"
#include "nn/ema.h"
#include "nn/losses.h"

#include <ATen/CPUGeneratorImpl.h>

#include <chrono>
#include <cmath>
#include <numeric>
#include <utility>

namespace limpid {

namespace {

/// Held-out images are degraded with seeds from here on; training uses its own seed, below.
constexpr std::uint64_t evaluationSeed = 9'000'000;
constexpr int64_t variantsPerHeldOutImage = 4;
/// In the network's range of -1 to 1: 40 dB, beyond which nobody sees a difference.
constexpr double logErrorFloor = 4e-4;

} // namespace

SourceTrainer::SourceTrainer(SourceTrainingOptions options, CropSource training, CropSource heldOut,
                             DegradationFactory degrade, DegradationFactory degradeHeldOut)
    : m_options(options)
    , m_training(std::move(training), options.cropSize, options.shortestSide, options.seed)
    , m_heldOut(std::move(heldOut), options.cropSize, options.shortestSide, options.seed)
    , m_degrade(std::move(degrade))
    , m_degradeHeldOut(std::move(degradeHeldOut)) {}

double SourceTrainer::learningRateAt(int64_t step) const {
    const double done = static_cast<double>(step) / static_cast<double>(m_options.steps);
    const double falling = std::max(0.0, done - m_options.constantShare) / (1.0 - m_options.constantShare);
    return m_options.learningRate * (1.0 - falling);
}

torch::Tensor SourceTrainer::lossOf(StructurePreservingUnet& network, const CropBatch& batch,
                                    const torch::Tensor& degraded) const {
    const auto output = network->forward(m_options.format.apply(toNetworkRange(degraded)));
    const auto target = toNetworkRange(batch.images);
    auto loss = m_options.imageWeight * maskedL1(output.image, target, batch.fieldOfView) +
                m_options.structureWeight * maskedCrossEntropy(output.structureLogits, batch.structures,
                                                               batch.fieldOfView * batch.hasStructure);
    if (m_options.logErrorWeight > 0.0)
        loss = loss + m_options.logErrorWeight * maskedLogError(output.image, target, batch.fieldOfView, logErrorFloor);
    return loss;
}

Result<SourceEvaluation> SourceTrainer::train(StructurePreservingUnet& network, const Checkpoint& checkpoint,
                                              Progress progress, std::stop_token stop) {
    using Clock = std::chrono::steady_clock;
    StructurePreservingUnet average(network->configuration());
    average->to(network->parameters().front().device());
    copyState(*average, *network);
    Adam optimiser(network->parameters(), m_options.learningRate);
    const auto degradation = m_degrade(m_options.seed);
    auto cameras = at::detail::createCPUGenerator(m_options.seed);
    network->train();

    SourceEvaluation evaluation;
    auto lossSum = torch::zeros({});
    auto since = Clock::now();
    int64_t sinceStep = 0;
    for (int64_t step = 1; step <= m_options.steps; ++step) {
        if (stop.stop_requested()) {
            copyState(*network, *average);
            return fail(ErrorCode::Cancelled);
        }
        auto batch = m_training.draw(m_options.batchSize);
        if (m_options.varyCameras)
            batch.images = varyCamera(batch.images, batch.fieldOfView, cameras);
        const auto degraded = degradation->apply(batch.images, batch.fieldOfView).images;
        optimiser.setLearningRate(learningRateAt(step));
        const auto loss = lossOf(network, batch, degraded);
        loss.backward();
        optimiser.step();
        optimiser.forgetGradients();
        // Early on the average follows quickly, so that it does not hold on to the random beginning.
        const double decay =
            std::min(m_options.averagingDecay, static_cast<double>(step) / static_cast<double>(step + 10));
        updateTeacher(*average, *network, decay);
        lossSum += loss.detach();

        const bool last = step == m_options.steps;
        if (step % m_options.evaluateEvery == 0 || last) {
            const double meanLoss = lossSum.item<double>() / static_cast<double>(step - sinceStep);
            if (!std::isfinite(meanLoss)) {
                copyState(*network, *average);
                return fail(ErrorCode::TrainingDiverged,
                            {std::to_string(step / m_options.evaluateEvery), std::to_string(step), "loss"});
            }
            const std::chrono::duration<double> elapsed = Clock::now() - since;
            evaluation = evaluate(average);
            evaluation.step = step;
            evaluation.loss = meanLoss;
            evaluation.secondsPerStep = elapsed.count() / static_cast<double>(step - sinceStep);
            if (checkpoint) {
                if (auto kept = checkpoint(evaluation, average); !kept)
                    return fail(std::move(kept.error()));
            }
            lossSum.zero_();
            since = Clock::now();
            sinceStep = step;
        }
        progress.set(static_cast<double>(step) / static_cast<double>(m_options.steps), "training");
    }
    copyState(*network, *average);
    return evaluation;
}

SourceEvaluation SourceTrainer::evaluate(StructurePreservingUnet& network) {
    torch::NoGradGuard noGrad;
    network->eval();
    SourceEvaluation sum;
    int withVessels = 0;
    for (int64_t index = 0; index < m_heldOut.size(); ++index) {
        const auto batch = m_heldOut.whole(std::vector<int64_t>(variantsPerHeldOutImage, index));
        const auto degradation = m_degradeHeldOut(evaluationSeed + static_cast<std::uint64_t>(index));
        const auto degraded = degradation->apply(batch.images, batch.fieldOfView).images;
        const auto& mask = batch.fieldOfView;
        const auto [output, structures] = restore(network, m_options.format, degraded, mask);
        if (batch.hasStructure.gt(0.5).all().item<bool>()) {
            const auto found = structures.ge(0.5).to(torch::kFloat);
            const auto expected = batch.structures.ge(0.5).to(torch::kFloat);
            sum.vesselDice += structureAgreement(found, expected, mask).dice.mean().item<double>();
            ++withVessels;
        }
        const auto window = SsimWindow::gaussian11();
        sum.inputPsnr += psnr(degraded, batch.images, mask).clamp_max(psnrOfRounding).mean().item<double>();
        sum.inputSsim += ssim(degraded, batch.images, window, mask).mean().item<double>();
        sum.psnr += psnr(output, batch.images, mask).clamp_max(psnrOfRounding).mean().item<double>();
        sum.ssim += ssim(output, batch.images, window, mask).mean().item<double>();
    }
    const auto count = static_cast<double>(m_heldOut.size());
    sum.inputPsnr /= count;
    sum.inputSsim /= count;
    sum.psnr /= count;
    sum.ssim /= count;
    sum.vesselDice /= std::max(1, withVessels);
    return sum;
}

} // namespace limpid
