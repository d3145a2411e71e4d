// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/camera_variation.h"

#include <ATen/Functions.h>

namespace limpid {

namespace {

constexpr double lowestGamma = 0.85;
constexpr double highestGamma = 1.18;
constexpr double gainSpread = 0.1;
constexpr double blueGainSpread = 0.2;
constexpr double darkest = 1e-4; // log of nothing is no number

} // namespace

torch::Tensor varyCamera(const torch::Tensor& images, const torch::Tensor& fieldOfView, at::Generator& generator) {
    const torch::NoGradGuard noGrad;
    const auto count = images.size(0);
    const auto onCpu = torch::TensorOptions().dtype(torch::kFloat);
    const auto gamma = at::rand({count, 1, 1, 1}, generator, onCpu) * (highestGamma - lowestGamma) + lowestGamma;
    auto gains = at::rand({count, 3, 1, 1}, generator, onCpu) * 2.0 - 1.0;
    gains.narrow(1, 0, 2).mul_(gainSpread);
    gains.narrow(1, 2, 1).mul_(blueGainSpread);
    // exp(log) is computed many pixels at a time, pow is not.
    auto varied = images.clamp_min(darkest).log_().mul_(gamma.to(images.device())).exp_();
    return varied.mul_((gains + 1.0).to(images.device())).clamp_(0.0, 1.0).mul_(fieldOfView);
}

} // namespace limpid
