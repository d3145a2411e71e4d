// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adaptation_parts.h"

#include "degradation/fundus_degradation.h"
#include "methods/same/clinic_degradation.h"
#include "methods/same/judge_checkpoints.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace limpid {

namespace {

/// Keeps the draws of the imitation apart from those of its general share.
constexpr std::uint64_t imitationSeed = 7'000'003;

/// The degradation of fundus photographs by a preset that exists.
std::unique_ptr<Degradation> fundusDegradation(std::string_view preset, std::uint64_t seed) {
    return std::make_unique<FundusDegradation>(degradationPreset(preset).value(), seed);
}

/// What the estimator reads off every photograph, [N, 9] on the CPU.
torch::Tensor estimatesOf(DegradationEstimator estimator, const ClinicImages& clinic) {
    const torch::NoGradGuard noGrad;
    constexpr std::int64_t chunk = 8;
    const auto device = estimator->parameters().front().device();
    std::vector<torch::Tensor> estimates;
    for (std::int64_t begin = 0; begin < clinic.images.size(0); begin += chunk) {
        const auto end = std::min(begin + chunk, clinic.images.size(0));
        const auto inside = clinic.fieldOfView.slice(0, begin, end).to(device, torch::kFloat);
        const auto images = clinic.images.slice(0, begin, end).to(device, torch::kFloat) / 255.0 * inside;
        estimates.push_back(estimator->forward(images, inside).cpu());
    }
    return torch::cat(estimates);
}

} // namespace

Result<SameModel> loadSourceModel(const FolderAdaptationRequest& request) {
    auto model = loadSameModel(request.model);
    if (model && model->modality != request.modality)
        return fail(ErrorCode::WrongModality, {request.modality, model->modality});
    return model;
}

Result<PseudoLabelPicker> loadPicker(const FolderAdaptationRequest& request, bool acceptAll) {
    const auto& config = request.config;
    const PickOptions options{config.qualityThreshold,   config.useQualityJudge, config.useStructureJudge, acceptAll,
                              config.structureThreshold, config.damageWeight};
    DegradationEstimator estimator{nullptr};
    if (config.useQualityJudge && config.damageWeight > 0.0) {
        auto loaded = loadDegradationEstimator(request.degradationEstimator);
        if (!loaded)
            return fail(std::move(loaded.error()));
        estimator = std::move(*loaded);
    }
    QualityAssessor quality{nullptr};
    StructureDetector structure{nullptr};
    if (config.useQualityJudge) {
        auto loaded = loadQualityAssessor(request.qualityJudge);
        if (!loaded)
            return fail(std::move(loaded.error()));
        quality = std::move(*loaded);
    }
    if (config.useStructureJudge) {
        auto loaded = loadStructureDetector(request.structureJudge);
        if (!loaded)
            return fail(std::move(loaded.error()));
        structure = std::move(*loaded);
    }
    return PseudoLabelPicker::create(std::move(quality), std::move(structure), options, std::move(estimator));
}

int workingSide(const FolderAdaptationRequest& request, const SameModel& model) {
    const auto multiple = static_cast<int>(model.network->configuration().sideMultiple());
    return (request.workingSize + multiple - 1) / multiple * multiple;
}

Result<DegradationMaker> degradationMaker(const FolderAdaptationRequest& request, const ClinicImages& clinic) {
    const auto& preset = request.config.redegradation;
    if (preset != AdaptationConfig::fitted) {
        if (preset != AdaptationConfig::likest) {
            if (auto ranges = degradationPreset(preset); !ranges)
                return fail(std::move(ranges.error()));
        }
        return DegradationMaker(fundusDegradation);
    }
    auto estimator = loadDegradationEstimator(request.degradationEstimator);
    if (!estimator)
        return fail(std::move(estimator.error()));
    (*estimator)->to(torch::Device(request.device.name));
    return DegradationMaker([estimator = *estimator, estimates = estimatesOf(*estimator, clinic)](
                                std::string_view name, std::uint64_t seed) -> std::unique_ptr<Degradation> {
        const auto general = generalPartOf(name);
        if (!general)
            return fundusDegradation(name, seed);
        ClinicDegradationOptions options;
        options.seed = seed + imitationSeed;
        return std::make_unique<ClinicDegradation>(estimator, estimates, fundusDegradation(*general, seed), options);
    });
}

} // namespace limpid
