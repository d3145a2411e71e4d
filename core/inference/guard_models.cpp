// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/guard_models.h"

#include "methods/same/same_model.h"
#include "storage/checkpoint.h"
#include "storage/sha256.h"

#include <system_error>
#include <utility>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

Result<GuardJudgeFiles> findGuardJudges(const std::string& modality, const ModelLibrary& library) {
    auto quality = library.qualityJudge(modality);
    if (!quality)
        return fail(std::move(quality.error()));
    auto structure = library.structureJudge(modality);
    if (!structure)
        return fail(std::move(structure.error()));
    auto estimator = library.degradationEstimator(modality);
    if (!estimator)
        return fail(std::move(estimator.error()));
    return GuardJudgeFiles{std::move(*quality), std::move(*structure), std::move(*estimator)};
}

std::optional<GuardModels> findGuardModels(const fs::path& model, const ModelLibrary& library) {
    const auto info = loadCheckpointInfo(model);
    if (!info || info->architecture != sameArchitecture || info->parentSha256.empty())
        return std::nullopt;
    const auto judges = findGuardJudges(info->modality, library);
    if (!judges)
        return std::nullopt;
    std::vector<fs::path> candidates;
    for (const auto& entry : library.list()) {
        if (entry.architecture == sameArchitecture)
            candidates.push_back(entry.path);
    }
    std::error_code unreadable;
    for (const auto& file : fs::directory_iterator(model.parent_path(), unreadable)) {
        if (file.path().extension() == model.extension() && file.path() != model)
            candidates.push_back(file.path());
    }
    for (const auto& candidate : candidates) {
        if (sha256OfFile(candidate).value_or(std::string()) == info->parentSha256)
            return GuardModels{candidate, *judges};
    }
    return std::nullopt;
}

} // namespace limpid
