// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/losses.h"

#include <cmath>

namespace limpid {

torch::Tensor maskedMean(const torch::Tensor& values, const torch::Tensor& mask) {
    const auto pixels = mask.sum() * static_cast<double>(values.size(1));
    return (values * mask).sum() / pixels.clamp_min(1.0);
}

torch::Tensor maskedL1(const torch::Tensor& output, const torch::Tensor& target, const torch::Tensor& mask) {
    return maskedMean((output - target).abs(), mask);
}

torch::Tensor maskedCrossEntropy(const torch::Tensor& logits, const torch::Tensor& target, const torch::Tensor& mask) {
    // max(z, 0) - z t + log(1 + exp(-|z|)): the form that neither overflows nor takes the logarithm of 0.
    const auto loss = logits.clamp_min(0.0) - logits * target + torch::log1p(torch::exp(-logits.abs()));
    return maskedMean(loss, mask);
}

torch::Tensor maskedEntropy(const torch::Tensor& logits, const torch::Tensor& mask) {
    const auto probability = torch::sigmoid(logits);
    const auto nats = -(probability * torch::log_sigmoid(logits) + (1.0 - probability) * torch::log_sigmoid(-logits));
    return maskedMean(nats, mask) / std::log(2.0);
}

torch::Tensor maskedLogError(const torch::Tensor& output, const torch::Tensor& target, const torch::Tensor& mask,
                             double floor) {
    const auto pixels = mask.sum({1, 2, 3}) * static_cast<double>(output.size(1));
    const auto squares = ((output - target).square() * mask).sum({1, 2, 3});
    return (squares / pixels.clamp_min(1.0) + floor).log().mean();
}

} // namespace limpid
