// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/degradation_estimator.h"

#include "methods/same/degradation_statistics.h"
#include "nn/antialiased_resize.h"

#include <nlohmann/json.hpp>

namespace limpid {

namespace {

constexpr std::int64_t outputs = estimatedParameters.size();
/// Colour and field of view.
constexpr std::int64_t inputChannels = 4;

/// Mean, spread and largest value of every feature inside the field of view, [N, 3 C].
torch::Tensor pooledInside(const torch::Tensor& features, const torch::Tensor& fieldOfView) {
    const auto inside = torch::adaptive_avg_pool2d(fieldOfView, {features.size(2), features.size(3)}).ge(0.5);
    const auto weight = inside.to(features.scalar_type());
    const auto count = weight.sum({2, 3}).clamp_min(1.0);
    const auto mean = (features * weight).sum({2, 3}) / count;
    const auto centred = (features - mean.unsqueeze(2).unsqueeze(3)) * weight;
    const auto spread = (centred.square().sum({2, 3}) / count + 1e-6).sqrt();
    // Features are not negative, so that zero outside is no new maximum.
    const auto largest = (features * weight).amax({2, 3});
    return torch::cat({mean, spread, largest}, 1);
}

} // namespace

std::string DegradationEstimatorConfig::toJson() const {
    return nlohmann::json{{"input_size", inputSize}, {"widths", widths}, {"hidden", hidden}}.dump();
}

Result<DegradationEstimatorConfig> DegradationEstimatorConfig::fromJson(const std::string& json) {
    const auto refuse = [](const char* reason) {
        return fail(ErrorCode::InvalidArgument, {"degradation estimator configuration", reason});
    };
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object())
        return refuse("it is not a JSON object");
    DegradationEstimatorConfig config;
    try {
        config.inputSize = parsed.value("input_size", config.inputSize);
        config.widths = parsed.value("widths", config.widths);
        config.hidden = parsed.value("hidden", config.hidden);
    } catch (const nlohmann::json::exception&) {
        return refuse("a value has the wrong type");
    }
    if (config.inputSize < 64 || config.inputSize > 2048)
        return refuse("the input size is outside 64 to 2048 px");
    if (config.widths.empty() || config.widths.size() > 6)
        return refuse("it wants one to six widths");
    for (const auto width : config.widths) {
        if (width < 1 || width > 2048)
            return refuse("a width is outside 1 to 2048");
    }
    if (config.hidden < 1 || config.hidden > 4096)
        return refuse("the hidden layer is outside 1 to 4096");
    return config;
}

DegradationEstimatorImpl::DegradationEstimatorImpl(const DegradationEstimatorConfig& config)
    : m_config(config)
    , m_statisticsNorm(register_module("statistics_norm", torch::nn::BatchNorm1d(degradationStatisticsCount))) {
    auto channels = inputChannels;
    std::int64_t known = degradationStatisticsCount;
    for (std::size_t stage = 0; stage < m_config.widths.size(); ++stage) {
        const auto width = m_config.widths[stage];
        const auto number = std::to_string(stage + 1);
        const auto options = torch::nn::Conv2dOptions(channels, width, 3).stride(2).padding(1).bias(false);
        m_convolutions.push_back(register_module("convolution" + number, torch::nn::Conv2d(options)));
        m_norms.push_back(register_module("norm" + number, torch::nn::BatchNorm2d(width)));
        channels = width;
        known += 3 * width;
    }
    m_hidden = register_module("hidden", torch::nn::Linear(known, m_config.hidden));
    m_estimate = register_module("estimate", torch::nn::Linear(m_config.hidden, outputs));
}

torch::Tensor DegradationEstimatorImpl::forward(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    const auto statistics = m_statisticsNorm(degradationStatistics(images, fieldOfView));
    const auto resized = antialiasedResize(images, m_config.inputSize, m_config.inputSize);
    const auto inside =
        antialiasedResize(fieldOfView, m_config.inputSize, m_config.inputSize).ge(0.5).to(torch::kFloat);
    auto features = torch::cat({(resized - 0.5) * 4.0 * inside, inside}, 1).contiguous(at::MemoryFormat::ChannelsLast);
    // Spots and blur show at fine scales, haze and uneven light at coarse ones.
    std::vector<torch::Tensor> known{statistics};
    for (std::size_t stage = 0; stage < m_convolutions.size(); ++stage) {
        features = m_norms[stage](m_convolutions[stage](features)).relu();
        known.push_back(pooledInside(features, inside));
    }
    return m_estimate(m_hidden(torch::cat(known, 1)).relu_());
}

torch::Tensor asEstimates(const std::vector<DegradationSeverities>& severities) {
    std::vector<float> values;
    for (const auto& s : severities) {
        for (const double value :
             {s.haze, s.illumination, s.spots, s.blur, s.veil, s.noise, s.logGains[0], s.logGains[1], s.logGains[2]})
            values.push_back(static_cast<float>(value));
    }
    return torch::tensor(values).view({-1, outputs});
}

DegradationSeverities asSeverities(const torch::Tensor& estimate) {
    const auto values = estimate.to(torch::kCPU, torch::kDouble).contiguous();
    TORCH_CHECK(values.dim() == 1 && values.size(0) == outputs, "one row of estimates has nine values");
    const auto* v = values.data_ptr<double>();
    return {v[0], v[1], v[2], v[3], v[4], v[5], {v[6], v[7], v[8]}};
}

} // namespace limpid
