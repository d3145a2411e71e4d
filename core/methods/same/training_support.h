// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/safetensors.h"

#include <ATen/core/Generator.h>
#include <torch/types.h>

#include <cstdint>

namespace torch::nn {
class Module;
}
namespace limpid {

/// Which samples are trained on and which are held out, int64 [n] each.
struct SampleSplit {
    torch::Tensor training;
    torch::Tensor heldOut;
};

/// Shuffles 0..count-1 with the generator and holds out a share, at least one and at most `mostHeldOut`. Wants count
/// >= 2.
SampleSplit splitIndices(std::int64_t count, double heldOutShare, std::int64_t mostHeldOut, at::Generator& generator);

/// Draws `count` of the indices, with repetition.
torch::Tensor drawIndices(const torch::Tensor& indices, std::int64_t count, at::Generator& generator);

/// uint8 0..255 to float32 0..1; float tensors are returned as float32.
torch::Tensor asUnitFloat(const torch::Tensor& values);

/// Mean binary cross-entropy of probabilities against targets of the same shape. Unlike torch's own it lets a NaN
/// through (torch's stops the whole device on one) and keeps a gradient where a probability is exactly 0 or 1.
torch::Tensor probabilityCrossEntropy(const torch::Tensor& probabilities, const torch::Tensor& targets);

/// 1 at step 0, falling along half a cosine to `floor` at the last step.
double cosineDecay(int step, int totalSteps, double floor);

/// Position of the first value that is NaN or infinite, or -1. `values` is a CPU tensor [n].
std::int64_t firstNotFinite(const torch::Tensor& values);

/// A copy of all parameters and buffers that does not change while training goes on.
NamedTensors copyOfState(const torch::nn::Module& module);

/// Area under the ROC curve: the probability that a random one of `positive` is larger than a random one of `negative`,
/// ties counting half. Any shapes; NaN when either is empty.
double areaUnderCurve(const torch::Tensor& negative, const torch::Tensor& positive);

} // namespace limpid
