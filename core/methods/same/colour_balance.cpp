// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/colour_balance.h"

namespace limpid {

namespace {

constexpr int64_t statisticsPerChannel = 4;
constexpr double darkest = 0.02;
constexpr double tiny = 1e-6;
constexpr ConvolutionShape pointwise{1, 1, 0};

/// (mean u^8)^(1/8) inside `mask`.
torch::Tensor powerMean(const torch::Tensor& unit, const torch::Tensor& mask, const torch::Tensor& count) {
    const auto eighth = unit.square().square().square();
    return ((eighth * mask).sum({2, 3}, true) / count + tiny).sqrt().sqrt().sqrt();
}

} // namespace

torch::Tensor colourStatistics(const torch::Tensor& image) {
    const auto unit = ((image + 1.0) / 2.0).clamp(0.0, 1.0);
    const auto mask = unit.amax({1}, true).gt(darkest).to(unit.dtype());
    const auto count = mask.sum({2, 3}, true).clamp_min(1.0);
    const auto mean = (unit * mask).sum({2, 3}, true) / count;
    const auto variance = ((unit - mean).square() * mask).sum({2, 3}, true) / count;
    return torch::cat(
        {mean, (variance + tiny).sqrt(), powerMean(unit, mask, count), 1.0 - powerMean(1.0 - unit, mask, count)}, 1);
}

ColourBalanceImpl::ColourBalanceImpl(int64_t imageChannels, int64_t context, int64_t hidden)
    : m_first(register_module("first", Convolution(statisticsPerChannel * imageChannels + context, hidden, pointwise)))
    , m_second(register_module("second", Convolution(hidden, hidden, pointwise)))
    , m_last(register_module("last", Convolution(hidden, 2 * imageChannels, pointwise))) {}

torch::Tensor ColourBalanceImpl::forward(const torch::Tensor& image, const torch::Tensor& deepest) {
    // Statistics lie around 0.4; scaled to the spread that the weights are drawn for.
    const auto statistics = (colourStatistics(image) - 0.4) * 4.0;
    const auto context = deepest.to(torch::kFloat).mean({2, 3}, true);
    const auto hidden = torch::leaky_relu(m_first->forward(torch::cat({statistics, context}, 1)), 0.2);
    return m_last->forward(torch::leaky_relu(m_second->forward(hidden), 0.2));
}

void ColourBalanceImpl::initialise() {
    constexpr double heGain = 1.4142135623730951;
    m_first->rescale(heGain);
    m_second->rescale(heGain);
    m_last->rescale(0.1);
}

} // namespace limpid
