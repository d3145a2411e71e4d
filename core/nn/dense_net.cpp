// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/dense_net.h"

#include <string>

namespace limpid {
namespace {

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride = 1) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

/// norm - ReLU - 1x1 - norm - ReLU - 3x3; its output is appended to its input by the block.
class DenseLayer : public torch::nn::Module {
public:
    DenseLayer(std::int64_t in, const DenseNetConfig& config)
        : m_norm1(register_module("norm1", torch::nn::BatchNorm2d(in)))
        , m_conv1(register_module("conv1", convolution(in, config.bottleneck * config.growth, 1)))
        , m_norm2(register_module("norm2", torch::nn::BatchNorm2d(config.bottleneck * config.growth)))
        , m_conv2(register_module("conv2", convolution(config.bottleneck * config.growth, config.growth, 3))) {}

    torch::Tensor forward(const torch::Tensor& input) {
        return m_conv2(m_norm2(m_conv1(m_norm1(input).relu_())).relu_());
    }

private:
    torch::nn::BatchNorm2d m_norm1;
    torch::nn::Conv2d m_conv1;
    torch::nn::BatchNorm2d m_norm2;
    torch::nn::Conv2d m_conv2;
};

class DenseBlock : public torch::nn::Module {
public:
    DenseBlock(std::int64_t in, std::int64_t layers, const DenseNetConfig& config) {
        for (std::int64_t i = 0; i < layers; ++i) {
            m_layers.push_back(register_module("denselayer" + std::to_string(i + 1),
                                               std::make_shared<DenseLayer>(in + i * config.growth, config)));
        }
    }

    torch::Tensor forward(torch::Tensor features) {
        for (const auto& layer : m_layers) {
            features = torch::cat({features, layer->forward(features)}, 1);
        }
        return features;
    }

private:
    std::vector<std::shared_ptr<DenseLayer>> m_layers;
};

/// Halves the channels and the resolution between two blocks.
class Transition : public torch::nn::Module {
public:
    explicit Transition(std::int64_t in)
        : m_norm(register_module("norm", torch::nn::BatchNorm2d(in)))
        , m_conv(register_module("conv", convolution(in, in / 2, 1))) {}

    torch::Tensor forward(const torch::Tensor& input) { return torch::avg_pool2d(m_conv(m_norm(input).relu_()), 2, 2); }

private:
    torch::nn::BatchNorm2d m_norm;
    torch::nn::Conv2d m_conv;
};

} // namespace

/// The blocks and transitions in the order of the forward pass; hidden here so that the header names no helper class.
struct DenseNetFeaturesImpl::Stages {
    std::vector<std::shared_ptr<DenseBlock>> blocks;
    std::vector<std::shared_ptr<Transition>> transitions;
};

DenseNetFeaturesImpl::DenseNetFeaturesImpl(const DenseNetConfig& config)
    : m_conv0(register_module("conv0", convolution(config.inputChannels, config.stemChannels, 7, 2)))
    , m_norm0(register_module("norm0", torch::nn::BatchNorm2d(config.stemChannels)))
    , m_stages(std::make_shared<Stages>()) {
    auto channels = config.stemChannels;
    for (std::size_t i = 0; i < config.layersPerBlock.size(); ++i) {
        const auto number = std::to_string(i + 1);
        m_stages->blocks.push_back(register_module(
            "denseblock" + number, std::make_shared<DenseBlock>(channels, config.layersPerBlock[i], config)));
        channels += config.layersPerBlock[i] * config.growth;
        if (i + 1 < config.layersPerBlock.size()) {
            m_stages->transitions.push_back(
                register_module("transition" + number, std::make_shared<Transition>(channels)));
            channels /= 2;
        }
    }
    m_norm5 = register_module("norm5", torch::nn::BatchNorm2d(channels));
    m_channels = channels;
}

torch::Tensor DenseNetFeaturesImpl::forward(const torch::Tensor& input) {
    auto features = torch::max_pool2d(m_norm0(m_conv0(input)).relu_(), 3, 2, 1);
    for (std::size_t i = 0; i < m_stages->blocks.size(); ++i) {
        features = m_stages->blocks[i]->forward(features);
        if (i < m_stages->transitions.size()) {
            features = m_stages->transitions[i]->forward(features);
        }
    }
    return m_norm5(features);
}

} // namespace limpid
