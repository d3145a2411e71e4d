// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/tone_field.h"

#include <array>
#include <string>

namespace limpid {

namespace {

constexpr int64_t statisticsPerChannel = 4;
constexpr double darkest = 0.02;
constexpr double tiny = 1e-6;
constexpr int64_t maskChannels = 1;
constexpr int64_t placeChannels = 2; // across and down
constexpr int64_t side = 32;
constexpr double leakySlope = 0.2;
/// With these every cell sees the whole image.
constexpr std::array<int64_t, 5> dilations{1, 2, 4, 8, 1};

/// 1 where any channel of `image` is brighter than 2 %, [N, 1, H, W].
torch::Tensor insideOf(const torch::Tensor& image) {
    return ((image + 1.0) / 2.0).amax({1}, true).gt(darkest).to(image.dtype());
}

/// (mean u^8)^(1/8) inside `mask`.
torch::Tensor powerMean(const torch::Tensor& unit, const torch::Tensor& mask, const torch::Tensor& count) {
    const auto eighth = unit.square().square().square();
    return ((eighth * mask).sum({2, 3}, true) / count + tiny).sqrt().sqrt().sqrt();
}

} // namespace

torch::Tensor colourStatistics(const torch::Tensor& image) {
    const auto unit = ((image + 1.0) / 2.0).clamp(0.0, 1.0);
    const auto mask = insideOf(image);
    const auto count = mask.sum({2, 3}, true).clamp_min(1.0);
    const auto mean = (unit * mask).sum({2, 3}, true) / count;
    const auto variance = ((unit - mean).square() * mask).sum({2, 3}, true) / count;
    return torch::cat(
        {mean, (variance + tiny).sqrt(), powerMean(unit, mask, count), 1.0 - powerMean(1.0 - unit, mask, count)}, 1);
}

ToneFieldImpl::ToneFieldImpl(int64_t imageChannels, int64_t hidden)
    : m_first(register_module(
          "first", Convolution((1 + statisticsPerChannel) * imageChannels + maskChannels + placeChannels, hidden)))
    , m_last(register_module("last", Convolution(hidden, 2 * imageChannels))) {
    for (std::size_t index = 0; index < dilations.size(); ++index) {
        const auto name = "block" + std::to_string(index + 1);
        const auto reach = dilations.at(index);
        m_blocks.push_back(
            {register_module(name + "_first", Convolution(hidden, hidden, ConvolutionShape{3, 1, reach, reach})),
             register_module(name + "_second", Convolution(hidden, hidden))});
    }
}

torch::Tensor ToneFieldImpl::forward(const torch::Tensor& image, torch::ScalarType precision) {
    // Around 0.4 in [0, 1]; scaled to the spread that the weights are drawn for.
    const auto spread = [](const torch::Tensor& unit) {
        return (unit - 0.4) * 4.0;
    };
    const auto statistics = spread(colourStatistics(image)).expand({-1, -1, side, side});
    const auto small = torch::adaptive_avg_pool2d((image + 1.0) / 2.0, {side, side});
    const auto mask = torch::adaptive_avg_pool2d(insideOf(image), {side, side});
    const auto line = torch::linspace(-1.0, 1.0, side, image.options());
    const auto place =
        torch::stack({line.view({1, side}).expand({side, side}), line.view({side, 1}).expand({side, side})})
            .expand({image.size(0), -1, -1, -1});
    auto hidden = m_first->forward(torch::cat({spread(small), statistics, mask, place}, 1).to(precision));
    for (auto& block : m_blocks) {
        const auto inner = block.first->forward(torch::leaky_relu(hidden, leakySlope));
        hidden = hidden + block.second->forward(torch::leaky_relu(inner, leakySlope));
    }
    const auto field = m_last->forward(torch::leaky_relu(hidden, leakySlope)).to(torch::kFloat);
    return torch::upsample_bicubic2d(field, {image.size(2), image.size(3)}, /*align_corners=*/false);
}

void ToneFieldImpl::initialise() {
    constexpr double heGain = 1.4142135623730951;
    constexpr double smallGain = 0.1;
    m_first->rescale(heGain);
    for (auto& block : m_blocks) {
        block.first->rescale(heGain);
        block.second->rescale(smallGain);
    }
    m_last->rescale(smallGain);
}

} // namespace limpid
