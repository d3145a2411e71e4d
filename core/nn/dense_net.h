// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/nn.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace limpid {

/// Constants of a densely connected network (Huang et al., CVPR 2017). The defaults are DenseNet-121.
struct DenseNetConfig {
    std::int64_t inputChannels = 3;
    std::int64_t growth = 32;       ///< channels each layer adds
    std::int64_t bottleneck = 4;    ///< 1x1 layers have bottleneck * growth channels
    std::int64_t stemChannels = 64; ///< channels after the 7x7 stem
    std::vector<std::int64_t> layersPerBlock{6, 12, 24, 16};
};

/// The convolutional part of a DenseNet, without classifier. Sub-modules carry torchvision's names (`conv0`,
/// `denseblock1.denselayer1.norm1`, `transition1.conv`, `norm5`), so that state dicts of that family map one to one.
class DenseNetFeaturesImpl : public torch::nn::Module {
public:
    explicit DenseNetFeaturesImpl(const DenseNetConfig& config = {});

    /// [N,inputChannels,H,W] to the normalised feature map [N,channels(),H/32,W/32] (four blocks), before the last
    /// ReLU.
    torch::Tensor forward(const torch::Tensor& input);
    /// Channels of the feature map; 1024 for DenseNet-121.
    std::int64_t channels() const { return m_channels; }

private:
    struct Stages;

    std::int64_t m_channels = 0;
    torch::nn::Conv2d m_conv0;
    torch::nn::BatchNorm2d m_norm0;
    std::shared_ptr<Stages> m_stages;
    torch::nn::BatchNorm2d m_norm5{nullptr};
};
TORCH_MODULE(DenseNetFeatures);

} // namespace limpid
