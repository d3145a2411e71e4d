// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/quality_assessor.h"

#include "nn/antialiased_resize.h"
#include "nn/colour_spaces.h"
#include "nn/dense_net.h"

#include <nlohmann/json.hpp>

#include <array>

namespace limpid {
namespace {

constexpr std::int64_t classes = 3;

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t stride) {
    return torch::nn::Conv2d(torch::nn::Conv2dOptions(in, out, 3).stride(stride).padding(1).bias(false));
}

/// One stride-2 stage of the compact trunk: a reducing convolution, then a residual one where the map is small.
/// Batch norm, not instance or group norm: those would remove each image's own contrast, which is what is judged.
class CompactStage : public torch::nn::Module {
public:
    CompactStage(std::int64_t in, std::int64_t out, bool residual)
        : m_reduce(register_module("reduce", convolution(in, out, 2)))
        , m_reduceNorm(register_module("reduce_norm", torch::nn::BatchNorm2d(out))) {
        if (residual) {
            m_refine = register_module("refine", convolution(out, out, 1));
            m_refineNorm = register_module("refine_norm", torch::nn::BatchNorm2d(out));
        }
    }

    torch::Tensor forward(const torch::Tensor& input) {
        auto features = m_reduceNorm(m_reduce(input)).relu_();
        if (m_refine) {
            features = features + m_refineNorm(m_refine(features)).relu_();
        }
        return features;
    }

private:
    torch::nn::Conv2d m_reduce;
    torch::nn::BatchNorm2d m_reduceNorm;
    torch::nn::Conv2d m_refine{nullptr};
    torch::nn::BatchNorm2d m_refineNorm{nullptr};
};

} // namespace

QualityAssessorConfig QualityAssessorConfig::mcf() {
    QualityAssessorConfig config;
    config.design = Design::Mcf;
    config.inputSize = 224;
    config.widths.clear();
    return config;
}

QualityAssessorConfig QualityAssessorConfig::compact() {
    return {};
}

std::string QualityAssessorConfig::toJson() const {
    return nlohmann::json{
        {"design", design == Design::Mcf ? "mcf" : "compact"}, {"input_size", inputSize}, {"widths", widths}}
        .dump();
}

Result<QualityAssessorConfig> QualityAssessorConfig::fromJson(const std::string& json) {
    const auto refuse = [](const char* reason) {
        return fail(ErrorCode::InvalidArgument, {"quality assessor configuration", reason});
    };
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) {
        return refuse("it is not a JSON object");
    }
    QualityAssessorConfig config;
    try {
        const auto design = parsed.value("design", std::string("compact"));
        if (design != "mcf" && design != "compact") {
            return refuse("the design is neither mcf nor compact");
        }
        config = design == "mcf" ? mcf() : compact();
        config.inputSize = parsed.value("input_size", config.inputSize);
        config.widths = parsed.value("widths", config.widths);
    } catch (const nlohmann::json::exception&) {
        return refuse("a value has the wrong type");
    }
    if (config.inputSize < 32 || config.inputSize > 2048) {
        return refuse("the input size is outside 32 to 2048 px");
    }
    if (config.design == Design::Compact && (config.widths.empty() || config.widths.size() > 8)) {
        return refuse("the compact trunk wants one to eight widths");
    }
    for (const auto width : config.widths) {
        if (width < 1 || width > 2048) {
            return refuse("a width is outside 1 to 2048");
        }
    }
    return config;
}

/// The sub-modules of whichever design is configured; the others stay empty.
struct QualityAssessorImpl::Branches {
    std::array<DenseNetFeatures, 3> denseNets{nullptr, nullptr, nullptr};
    std::array<torch::nn::Linear, 3> classifiers{nullptr, nullptr, nullptr};
    torch::nn::Linear featureFusion{nullptr};
    torch::nn::Linear predictionFusion{nullptr};

    std::vector<std::shared_ptr<CompactStage>> stages;
    torch::nn::Linear hidden{nullptr};
    torch::nn::Linear grade{nullptr};
    torch::nn::Linear severity{nullptr};
};

QualityAssessorImpl::QualityAssessorImpl(const QualityAssessorConfig& config)
    : m_config(config)
    , m_branches(std::make_shared<Branches>()) {
    auto& b = *m_branches;
    if (m_config.design == QualityAssessorConfig::Design::Mcf) {
        const std::array<std::string, 3> names{"rgb", "hsv", "lab"};
        std::int64_t channels = 0;
        for (std::size_t i = 0; i < names.size(); ++i) {
            b.denseNets[i] = register_module("features_" + names[i], DenseNetFeatures());
            channels = b.denseNets[i]->channels();
            b.classifiers[i] = register_module("class_" + names[i], torch::nn::Linear(channels, classes));
        }
        b.featureFusion = register_module("feature_fusion", torch::nn::Linear(3 * channels, classes));
        b.predictionFusion = register_module("prediction_fusion", torch::nn::Linear(4 * classes, classes));
        return;
    }
    constexpr std::int64_t colourChannels = 9;
    auto channels = colourChannels;
    for (std::size_t i = 0; i < m_config.widths.size(); ++i) {
        b.stages.push_back(register_module("stage" + std::to_string(i + 1),
                                           std::make_shared<CompactStage>(channels, m_config.widths[i], i >= 2)));
        channels = m_config.widths[i];
    }
    b.hidden = register_module("hidden", torch::nn::Linear(2 * channels, 64));
    b.grade = register_module("grade", torch::nn::Linear(64, classes));
    b.severity = register_module("severity", torch::nn::Linear(64, 1));
}

QualityOutput QualityAssessorImpl::forward(const torch::Tensor& images) {
    const auto rgb = antialiasedResize(images, m_config.inputSize, m_config.inputSize).clamp(0.0, 1.0);
    return m_config.design == QualityAssessorConfig::Design::Mcf ? forwardMcf(rgb) : forwardCompact(rgb);
}

QualityOutput QualityAssessorImpl::forwardMcf(const torch::Tensor& rgb) {
    const std::array<torch::Tensor, 3> inputs{rgb, rgbToHsv(rgb), rgbToLab(rgb)};
    QualityOutput output;
    std::vector<torch::Tensor> pooled;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto centred = ((inputs[i] - 0.5) * 4.0).contiguous(at::MemoryFormat::ChannelsLast);
        pooled.push_back(m_branches->denseNets[i](centred).relu_().mean({2, 3}));
        output.auxiliary.push_back(torch::sigmoid(m_branches->classifiers[i](pooled.back())));
    }
    output.auxiliary.push_back(torch::sigmoid(m_branches->featureFusion(torch::cat(pooled, 1))));
    output.probabilities = torch::sigmoid(m_branches->predictionFusion(torch::cat(output.auxiliary, 1)));
    return output;
}

QualityOutput QualityAssessorImpl::forwardCompact(const torch::Tensor& rgb) {
    auto features = torch::cat({rgb, rgbToHsv(rgb), rgbToLab(rgb)}, 1);
    features = ((features - 0.5) * 4.0).contiguous(at::MemoryFormat::ChannelsLast);
    for (const auto& stage : m_branches->stages) {
        features = stage->forward(features);
    }
    // Mean and spread over the field: blur and haze lower the spread where the mean hardly moves.
    const auto mean = features.mean({2, 3});
    const auto variance = (features - mean.unsqueeze(-1).unsqueeze(-1)).square().mean({2, 3});
    const auto hidden = m_branches->hidden(torch::cat({mean, (variance + 1e-6).sqrt()}, 1)).relu_();
    QualityOutput output;
    output.probabilities = torch::sigmoid(m_branches->grade(hidden));
    output.severity = torch::sigmoid(m_branches->severity(hidden));
    return output;
}

} // namespace limpid
