// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adaptation_parts.h"

#include "degradation/fundus_degradation.h"
#include "methods/same/judge_checkpoints.h"

#include <utility>

namespace limpid {

Result<SameModel> loadSourceModel(const FolderAdaptationRequest& request) {
    auto model = loadSameModel(request.model);
    if (model && model->modality != request.modality)
        return fail(ErrorCode::WrongModality, {request.modality, model->modality});
    return model;
}

Result<PseudoLabelPicker> loadPicker(const FolderAdaptationRequest& request, bool acceptAll) {
    const auto& config = request.config;
    const PickOptions options{config.qualityThreshold, config.useQualityJudge, config.useStructureJudge, acceptAll};
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
    return PseudoLabelPicker::create(std::move(quality), std::move(structure), options);
}

int workingSide(const FolderAdaptationRequest& request, const SameModel& model) {
    const auto multiple = static_cast<int>(model.network->configuration().sideMultiple());
    return (request.workingSize + multiple - 1) / multiple * multiple;
}

std::unique_ptr<Degradation> fundusDegradation(std::string_view preset, std::uint64_t seed) {
    return std::make_unique<FundusDegradation>(degradationPreset(preset).value(), seed);
}

} // namespace limpid
