// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_severities.h"
#include "task/result.h"

#include <torch/nn.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// Sizes of the degradation estimator. Written into the checkpoint as JSON.
struct DegradationEstimatorConfig {
    /// Images are resized to this side for the convolutions; the statistics are taken at the images' own size.
    std::int64_t inputSize = 256;
    std::vector<std::int64_t> widths{16, 32, 64, 96, 128}; ///< Channels after each stride-2 convolution.
    std::int64_t hidden = 96;

    std::string toJson() const;
    static Result<DegradationEstimatorConfig> fromJson(const std::string& json);
};

/// What the estimator's nine outputs are, in their order.
inline constexpr std::array<std::string_view, 9> estimatedParameters{
    "haze", "illumination", "spots", "blur", "veil", "noise", "red gain", "green gain", "blue gain"};

/// Reads how an image was degraded off the image itself: strided convolutions over its raw colours and its field of
/// view, of every feature at every scale its mean, spread and maximum inside the field of view, beside them
/// degradationStatistics(), then two dense layers. Nothing is normalised by the image itself, since colour, contrast
/// and noise are what is asked for; batch norm uses the training's statistics. 294,087 parameters. Ours.
///
/// Like every module it is not safe to use from two threads at once.
class DegradationEstimatorImpl : public torch::nn::Module {
public:
    explicit DegradationEstimatorImpl(const DegradationEstimatorConfig& config = {});

    /// [N, 9] estimates in the order of estimatedParameters: six severities (DegradationSeverities), of which sound
    /// images may get slightly negative ones, and three natural logarithms of gains.
    /// @param images [N,3,H,W] RGB in [0,1], sides of 64 px and more @param fieldOfView [N,1,H,W] in {0,1}
    torch::Tensor forward(const torch::Tensor& images, const torch::Tensor& fieldOfView);
    const DegradationEstimatorConfig& config() const { return m_config; }

private:
    DegradationEstimatorConfig m_config;
    std::vector<torch::nn::Conv2d> m_convolutions;
    std::vector<torch::nn::BatchNorm2d> m_norms;
    torch::nn::BatchNorm1d m_statisticsNorm;
    torch::nn::Linear m_hidden{nullptr};
    torch::nn::Linear m_estimate{nullptr};
};
TORCH_MODULE(DegradationEstimator);

/// Severities as the estimator gives them, float32 [N, 9] on the CPU.
torch::Tensor asEstimates(const std::vector<DegradationSeverities>& severities);
/// One row of estimates, [9].
DegradationSeverities asSeverities(const torch::Tensor& estimate);

} // namespace limpid
