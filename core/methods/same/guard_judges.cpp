// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_judges.h"

#include "methods/same/judge_checkpoints.h"

#include <utility>

namespace limpid {

Result<GuardJudges> loadGuardJudges(const GuardJudgeFiles& files, const torch::Device& device) {
    GuardJudges judges;
    auto quality = loadQualityAssessor(files.quality);
    if (!quality)
        return fail(std::move(quality.error()));
    judges.quality = std::move(*quality);
    judges.quality->to(device);
    if (!files.structure.empty()) {
        auto structure = loadStructureDetector(files.structure);
        if (!structure)
            return fail(std::move(structure.error()));
        judges.structure = std::move(*structure);
        judges.structure->to(device);
    }
    if (!files.estimator.empty()) {
        auto estimator = loadDegradationEstimator(files.estimator);
        if (!estimator)
            return fail(std::move(estimator.error()));
        judges.estimator = std::move(*estimator);
        judges.estimator->to(device);
    }
    return judges;
}

} // namespace limpid
