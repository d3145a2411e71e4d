// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/unet_level.h"

#include <algorithm>

namespace limpid {

namespace {

constexpr double leakySlope = 0.2;
constexpr double dropoutShare = 0.5;
constexpr int64_t channelsPerGroup = 8;

} // namespace

UnetNormImpl::UnetNormImpl(bool instanceNorm, int64_t channels) {
    if (instanceNorm)
        return;
    int64_t groups = std::max<int64_t>(1, channels / channelsPerGroup);
    while (channels % groups != 0)
        --groups;
    m_groupNorm = register_module("group", GroupNormalisation(groups, channels));
}

torch::Tensor UnetNormImpl::forward(const torch::Tensor& x) {
    return m_groupNorm.is_empty() ? limpid::instanceNorm(x) : m_groupNorm->forward(x);
}

UnetRefinementImpl::UnetRefinementImpl(bool instanceNorm, int64_t channels)
    : m_first(register_module("first", Convolution(channels, channels)))
    , m_second(register_module("second", Convolution(channels, channels)))
    , m_firstNorm(register_module("first_norm", UnetNorm(instanceNorm, channels)))
    , m_secondNorm(register_module("second_norm", UnetNorm(instanceNorm, channels))) {}

torch::Tensor UnetRefinementImpl::forward(const torch::Tensor& x) {
    const auto hidden = m_firstNorm->forward(m_first->forward(torch::leaky_relu(x, leakySlope)));
    return x + m_secondNorm->forward(m_second->forward(torch::leaky_relu(hidden, leakySlope)));
}

EncoderLevelImpl::EncoderLevelImpl(const UnetLevelOptions& options)
    : m_activation(options.activation)
    , m_convolution(register_module(options.activation ? "1" : "0",
                                    Convolution(options.inputs, options.outputs, ConvolutionShape{4, 2, 1}))) {
    if (options.norm)
        m_norm = register_module("norm", UnetNorm(options.instanceNorm, options.outputs));
    if (options.refinement)
        m_refinement = register_module("refinement", UnetRefinement(options.instanceNorm, options.outputs));
}

torch::Tensor EncoderLevelImpl::forward(const torch::Tensor& x) {
    auto y = m_convolution->forward(m_activation ? torch::leaky_relu(x, leakySlope) : x);
    if (!m_norm.is_empty())
        y = m_norm->forward(y);
    return m_refinement.is_empty() ? y : m_refinement->forward(y);
}

DecoderLevelImpl::DecoderLevelImpl(const UnetLevelOptions& options)
    : m_dropout(options.dropout)
    , m_convolution(register_module("1", TransposedConvolution(options.inputs, options.outputs))) {
    if (options.norm)
        m_norm = register_module("norm", UnetNorm(options.instanceNorm, options.outputs));
    if (options.refinement)
        m_refinement = register_module("refinement", UnetRefinement(options.instanceNorm, options.outputs));
}

torch::Tensor DecoderLevelImpl::forward(const torch::Tensor& x) {
    auto y = m_convolution->forward(torch::relu(x));
    if (!m_norm.is_empty())
        y = m_norm->forward(y);
    if (m_dropout)
        y = torch::dropout(y, dropoutShare, is_training());
    return m_refinement.is_empty() ? y : m_refinement->forward(y);
}

} // namespace limpid
