// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_detector.h"

#include "nn/antialiased_resize.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace limpid {
namespace {

constexpr std::int64_t kernel = 4;

/// log10 of the mean probability; the floor keeps an empty map finite (and far away from every real one).
torch::Tensor logDensity(const torch::Tensor& prepared) {
    return (prepared.mean({1, 2, 3}) + 1e-4).log10();
}

torch::Tensor pooledAppearance(const torch::Tensor& features) {
    const auto mean = features.mean({2, 3});
    const auto variance = (features - mean.unsqueeze(-1).unsqueeze(-1)).square().mean({2, 3});
    return torch::cat({mean, (variance + 1e-8).sqrt()}, 1);
}

} // namespace

std::string StructureDetectorConfig::toJson() const {
    return nlohmann::json{
        {"input_size", inputSize},       {"widths", widths},          {"discriminator_widths", discriminatorWidths},
        {"feature_stage", featureStage}, {"latent_size", latentSize}, {"feature_weight", featureWeight}}
        .dump();
}

Result<StructureDetectorConfig> StructureDetectorConfig::fromJson(const std::string& json) {
    const auto refuse = [](const char* reason) {
        return fail(ErrorCode::InvalidArgument, {"structure detector configuration", reason});
    };
    const auto parsed = nlohmann::json::parse(json, nullptr, false);
    if (!parsed.is_object()) {
        return refuse("it is not a JSON object");
    }
    StructureDetectorConfig config;
    try {
        config.inputSize = parsed.value("input_size", config.inputSize);
        config.widths = parsed.value("widths", config.widths);
        config.discriminatorWidths = parsed.value("discriminator_widths", config.discriminatorWidths);
        config.featureStage = parsed.value("feature_stage", config.featureStage);
        config.latentSize = parsed.value("latent_size", config.latentSize);
        config.featureWeight = parsed.value("feature_weight", config.featureWeight);
    } catch (const nlohmann::json::exception&) {
        return refuse("a value has the wrong type");
    }
    const auto sane = [](const std::vector<std::int64_t>& widths) {
        return !widths.empty() && widths.size() <= 8 &&
               std::ranges::all_of(widths, [](std::int64_t width) { return width >= 1 && width <= 2048; });
    };
    if (!sane(config.widths) || !sane(config.discriminatorWidths)) {
        return refuse("it wants one to eight widths of 1 to 2048 channels");
    }
    const auto coarsest = std::int64_t{1} << std::max(config.widths.size(), config.discriminatorWidths.size());
    if (config.inputSize < coarsest || config.inputSize > 1024 || config.inputSize % coarsest != 0) {
        return refuse("the input size does not fit the number of widths");
    }
    if (config.featureStage < 1 || config.featureStage > static_cast<std::int64_t>(config.discriminatorWidths.size())) {
        return refuse("there is no such feature stage");
    }
    if (config.latentSize < 1 || config.latentSize > 4096) {
        return refuse("the latent size is outside 1 to 4096");
    }
    // The fully connected layers are bounded before any memory is taken for them: the file may be hostile.
    const auto codeSide = config.inputSize >> config.widths.size();
    if (config.widths.back() * codeSide * codeSide * config.latentSize > 16'000'000) {
        return refuse("the code is too large");
    }
    return config;
}

/// The four terms before they are scaled, [N] each, and the pooled features [N,2C].
struct StructureDetectorImpl::Errors {
    torch::Tensor reconstruction;
    torch::Tensor feature;
    torch::Tensor appearance;
    torch::Tensor density;
};

StructureDetectorImpl::StructureDetectorImpl(const StructureDetectorConfig& config)
    : m_config(config) {
    std::int64_t channels = 1;
    m_codeSide = config.inputSize;
    for (const auto width : config.widths) {
        m_encoder->push_back(
            torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, width, kernel).stride(2).padding(1).bias(false)));
        m_encoder->push_back(torch::nn::BatchNorm2d(width));
        m_encoder->push_back(torch::nn::ReLU());
        channels = width;
        m_codeSide /= 2;
    }
    m_encoder = register_module("encoder", m_encoder);
    const auto flat = channels * m_codeSide * m_codeSide;
    m_mean = register_module("mean", torch::nn::Linear(flat, config.latentSize));
    m_logVariance = register_module("log_variance", torch::nn::Linear(flat, config.latentSize));

    m_expand = register_module("expand", torch::nn::Linear(config.latentSize, flat));
    for (auto i = static_cast<std::int64_t>(config.widths.size()) - 1; i >= 0; --i) {
        const auto out = i > 0 ? config.widths[static_cast<std::size_t>(i - 1)] : std::int64_t{1};
        m_decoder->push_back(torch::nn::BatchNorm2d(channels));
        m_decoder->push_back(torch::nn::ReLU());
        m_decoder->push_back(
            torch::nn::ConvTranspose2d(torch::nn::ConvTranspose2dOptions(channels, out, kernel).stride(2).padding(1)));
        channels = out;
    }
    m_decoder = register_module("decoder", m_decoder);

    // No normalisation here: it would take away the strength of a map, which tells a faint one from a clear one.
    channels = 1;
    auto side = config.inputSize;
    m_discriminator = register_module("discriminator", torch::nn::ModuleList());
    for (const auto width : config.discriminatorWidths) {
        m_discriminator->push_back(
            torch::nn::Conv2d(torch::nn::Conv2dOptions(channels, width, kernel).stride(2).padding(1)));
        channels = width;
        side /= 2;
    }
    m_verdict = register_module("verdict", torch::nn::Linear(channels * side * side, 1));

    const auto stage = static_cast<std::size_t>(config.featureStage - 1);
    const auto pooled = 2 * config.discriminatorWidths.at(stage);
    m_reconstructionScale = register_buffer("reconstruction_scale", torch::ones({}));
    m_featureScale = register_buffer("feature_scale", torch::ones({}));
    m_appearanceScale = register_buffer("appearance_scale", torch::ones({}));
    m_appearanceMean = register_buffer("appearance_mean", torch::zeros({pooled}));
    m_appearancePrecision = register_buffer("appearance_precision", torch::eye(pooled));
    m_densityMean = register_buffer("density_mean", torch::zeros({}));
    m_densityDeviation = register_buffer("density_deviation", torch::ones({}));
    m_threshold = register_buffer("threshold", torch::zeros({}));
}

torch::Tensor StructureDetectorImpl::prepare(const torch::Tensor& structures, const torch::Tensor& fieldOfView) const {
    if (!fieldOfView.defined()) {
        return antialiasedResize(structures, m_config.inputSize, m_config.inputSize);
    }
    const auto field = antialiasedResize(fieldOfView, structures.size(2), structures.size(3)) >= 0.5;
    return antialiasedResize(structures * field, m_config.inputSize, m_config.inputSize);
}

StructureCode StructureDetectorImpl::encode(const torch::Tensor& prepared) {
    const auto features = m_encoder->forward(prepared).flatten(1);
    // Bounded so that a map far from the source cannot overflow the exponential.
    return {m_mean(features), m_logVariance(features).clamp(-10.0, 10.0)};
}

torch::Tensor StructureDetectorImpl::decode(const torch::Tensor& latent) {
    const auto seed = m_expand(latent).view({latent.size(0), m_config.widths.back(), m_codeSide, m_codeSide});
    return torch::sigmoid(m_decoder->forward(seed));
}

StructureVerdict StructureDetectorImpl::discriminate(const torch::Tensor& prepared) {
    StructureVerdict verdict;
    auto features = prepared;
    std::int64_t stage = 0;
    for (const auto& module : *m_discriminator) {
        features = module->as<torch::nn::Conv2dImpl>()->forward(features);
        if (++stage == m_config.featureStage) {
            verdict.features = features;
        }
        features = torch::leaky_relu(features, 0.2);
    }
    verdict.logit = m_verdict(features.flatten(1)).squeeze(1);
    return verdict;
}

StructureDetectorImpl::Errors StructureDetectorImpl::measure(const torch::Tensor& prepared) {
    const auto rebuilt = decode(encode(prepared).mean);
    const auto features = discriminate(prepared).features;
    const auto rebuiltFeatures = discriminate(rebuilt).features;
    // A rich tree has more to get wrong than a sparse one; the floor keeps a nearly empty map finite.
    const auto richness = prepared.mean({1, 2, 3}) + 0.01;
    return {(prepared - rebuilt).square().mean({1, 2, 3}) / richness,
            (features - rebuiltFeatures).square().mean({1, 2, 3}) / richness, pooledAppearance(features),
            logDensity(prepared)};
}

StructureScore StructureDetectorImpl::score(const torch::Tensor& prepared) {
    return scaled(measure(prepared));
}

StructureScore StructureDetectorImpl::scaled(const Errors& errors) const {
    const auto offset = errors.appearance - m_appearanceMean;
    StructureScore score;
    score.reconstruction = errors.reconstruction / m_reconstructionScale;
    score.feature = errors.feature / m_featureScale;
    score.appearance = (offset.matmul(m_appearancePrecision) * offset).sum(1).clamp_min(0.0).sqrt() / m_appearanceScale;
    const auto deviations = (errors.density - m_densityMean).abs() / m_densityDeviation;
    score.density = (deviations - 2.0).clamp_min(0.0).square();
    score.total = score.reconstruction + score.feature * m_config.featureWeight + score.appearance + score.density;
    return score;
}

StructureDetectorImpl::Errors StructureDetectorImpl::measureInChunks(const torch::Tensor& prepared) {
    std::vector<torch::Tensor> reconstruction, feature, appearance, density;
    for (const auto& chunk : prepared.split(32)) {
        const auto errors = measure(chunk);
        reconstruction.push_back(errors.reconstruction);
        feature.push_back(errors.feature);
        appearance.push_back(errors.appearance);
        density.push_back(errors.density);
    }
    return {torch::cat(reconstruction), torch::cat(feature), torch::cat(appearance), torch::cat(density)};
}

void StructureDetectorImpl::calibrate(const torch::Tensor& fitted, const torch::Tensor& heldOut, double share) {
    const torch::NoGradGuard noGrad;
    const bool wasTraining = is_training();
    eval();
    {
        const auto source = measureInChunks(fitted);
        const auto appearance = source.appearance.to(torch::kCPU, torch::kDouble);
        const auto mean = appearance.mean(0);
        const auto centred = appearance - mean;
        const auto covariance = centred.t().matmul(centred) / static_cast<double>(appearance.size(0) - 1);
        // A tenth towards the diagonal: the features are many and correlated, the source maps may be few.
        const auto variances = covariance.diagonal();
        const auto shrunk = covariance * 0.9 + torch::diag(variances * 0.1 + variances.mean() * 0.01 + 1e-12);
        m_appearanceMean.copy_(mean);
        m_appearancePrecision.copy_(torch::inverse(shrunk));
        m_densityMean.copy_(source.density.mean());
        // At least a quarter up or down (0.1 in log10) is no reason to refuse.
        m_densityDeviation.copy_(source.density.std().clamp_min(0.1));
        m_appearanceScale.fill_(1.0);
    }
    const auto held = measureInChunks(heldOut);
    m_reconstructionScale.copy_(held.reconstruction.mean().clamp_min(1e-12));
    m_featureScale.copy_(held.feature.mean().clamp_min(1e-12));
    m_appearanceScale.copy_(scaled(held).appearance.mean().clamp_min(1e-12));
    m_threshold.copy_(torch::quantile(scaled(held).total, share));
    train(wasTraining);
}

} // namespace limpid
