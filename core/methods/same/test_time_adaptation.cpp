// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/test_time_adaptation.h"

#include "methods/same/guard_samples.h"
#include "methods/same/kept_teacher.h"
#include "methods/same/restoration_guard.h"
#include "nn/adam.h"
#include "nn/losses.h"

#include <torch/torch.h>

#include <cmath>
#include <utility>

namespace limpid {

namespace {

/// SAME's weights of the image's and the structure's loss.
constexpr double imageWeight = 0.9;
constexpr double structureWeight = 0.1;

/// A copy of the network that has learnt to restore degradations of `label`.
StructurePreservingUnet learnt(const StructurePreservingUnet& network, const ComputeFormat& format,
                               const Restored& label, const torch::Tensor& fieldOfView, Degradation& degradation,
                               const TestTimeOptions& options, const std::stop_token& stop) {
    torch::AutoGradMode withGradient(true);
    torch::manual_seed(options.seed); // for dropout
    auto student = copyOf(network);
    student->train();
    const auto several = [&](const torch::Tensor& one) {
        return one.expand({options.batchSize, -1, -1, -1}).contiguous();
    };
    const auto images = several(label.image);
    const auto structures = several(label.structure);
    const auto mask = several(fieldOfView);
    Adam optimiser(student->parameters(), options.learningRate);
    for (int step = 0; step < options.steps && !stop.stop_requested(); ++step) {
        const auto seen = degradation.apply(images, mask).images;
        const auto output = student->forward(format.apply(toNetworkRange(seen)));
        const auto loss = imageWeight * maskedL1(output.image, toNetworkRange(images), mask) +
                          structureWeight * maskedCrossEntropy(output.structureLogits, structures, mask);
        if (!std::isfinite(loss.item<double>()))
            return network;
        optimiser.forgetGradients();
        loss.backward();
        optimiser.step();
    }
    student->eval();
    return student;
}

} // namespace

TestTimeOutcome adaptToImage(StructurePreservingUnet& network, const GuardJudges& judges, const ComputeFormat& format,
                             const torch::Tensor& image, const torch::Tensor& fieldOfView, Degradation& degradation,
                             const TestTimeOptions& options, const std::stop_token& stop) {
    const torch::NoGradGuard noGrad;
    network->eval();
    TestTimeOutcome outcome;
    outcome.result = restore(network, format, image, fieldOfView);
    auto student = learnt(network, format, outcome.result, fieldOfView, degradation, options, stop);
    const ClinicImages alone{(image * 255.0).round().to(torch::kUInt8), fieldOfView.to(torch::kUInt8)};
    GuardSampleOptions probes;
    probes.variants = options.probes;
    probes.seed = options.seed;
    auto forecast = ImageGuard::learn(makeGuardSamples(alone, network, student, format, degradation, probes));
    if (!forecast)
        return outcome; // the network's own restoration
    RestorationGuard guard(std::move(*forecast), judges);
    auto adapted = restore(student, format, image, fieldOfView);
    outcome.verdict = guard.decide(image, outcome.result, adapted, fieldOfView).front();
    if (outcome.verdict.choice == GuardChoice::Adapted)
        outcome.result = std::move(adapted);
    else if (outcome.verdict.choice == GuardChoice::Original)
        outcome.result.image = image * fieldOfView;
    return outcome;
}

} // namespace limpid
