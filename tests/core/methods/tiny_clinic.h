// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/fundus_degradation.h"
#include "methods/same/adaptation.h"

#include <torch/torch.h>

#include <memory>
#include <utility>

namespace limpid {

/// The vessel-like wave of the tiny clinic's image `index`, [side, side] in [0, 1].
inline torch::Tensor tinyVessel(int64_t index, int64_t side) {
    const auto line = torch::linspace(0.0, 6.0, side);
    const auto phase = 0.7 * static_cast<double>(index);
    return torch::exp(-20.0 * (line.view({side, 1}) - 3.0 - torch::sin(line.view({1, side}) + phase)).pow(2));
}

/// `count` smooth coloured images of `side` pixels with a vessel-like dark wave, uint8, the whole frame in view.
inline ClinicImages tinyClinic(int64_t count, int64_t side) {
    const auto line = torch::linspace(0.0, 6.0, side);
    const auto x = line.view({1, side});
    const auto y = line.view({side, 1});
    std::vector<torch::Tensor> images;
    for (int64_t i = 0; i < count; ++i) {
        const auto phase = 0.7 * static_cast<double>(i);
        const auto wave = tinyVessel(i, side);
        const auto base = 0.6 + 0.1 * torch::sin(0.5 * (x + y) + phase);
        images.push_back(torch::stack({base - 0.2 * wave, 0.6 * base - 0.3 * wave, 0.3 * base - 0.1 * wave}));
    }
    return {(torch::stack(images).clamp(0.0, 1.0) * 255.0).to(torch::kUInt8),
            torch::ones({count, 1, side, side}, torch::kUInt8)};
}

/// The compact design with three levels and few channels.
inline UnetConfiguration tinyUnet() {
    auto configuration = UnetConfiguration::compact();
    configuration.levels = 3;
    configuration.baseWidth = 8;
    configuration.largestWidth = 16;
    configuration.structureBaseWidth = 4;
    configuration.structureLargestWidth = 8;
    configuration.structureViewLevels = 2;
    return configuration;
}

/// Limpid's form in small batches, with every pseudo-label accepted.
inline AdaptationConfig configurationWithoutJudges() {
    auto config = AdaptationConfig::limpid();
    config.batchSize = 2;
    config.redegradation = AdaptationConfig::likest; // makeDegradation() knows presets only
    config.useQualityJudge = false;
    config.useStructureJudge = false;
    config.probeVariants = 1;
    config.mostUnlike = 1e6; // it looks like no photograph
    return config;
}

inline std::unique_ptr<Degradation> makeDegradation(std::string_view preset, std::uint64_t seed) {
    return std::make_unique<FundusDegradation>(degradationPreset(preset).value(), seed);
}

/// The adaptation of `source` to `images` images of the tiny clinic, 32 px.
inline Adaptation tinyAdaptation(const AdaptationConfig& config, const StructurePreservingUnet& source,
                                 int64_t images = 10) {
    auto picker =
        PseudoLabelPicker::create(QualityAssessor(nullptr), StructureDetector(nullptr),
                                  {config.qualityThreshold, config.useQualityJudge, config.useStructureJudge});
    return Adaptation(config, tinyClinic(images, 32), source, std::move(picker.value()), {}, makeDegradation);
}

} // namespace limpid
