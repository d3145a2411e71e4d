// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/degradation_estimator.h"
#include "methods/same/guard_judge_files.h"
#include "methods/same/quality_assessor.h"
#include "methods/same/structure_detector.h"
#include "task/result.h"

namespace limpid {

/// The networks that a RestorationGuard asks. The quality judge is always there; one of the others that is null is not
/// heard. One thread at a time.
struct GuardJudges {
    QualityAssessor quality{nullptr};
    StructureDetector structure{nullptr};
    DegradationEstimator estimator{nullptr};
};

/// Reads them onto a device. Fails with what loading a judge fails with.
Result<GuardJudges> loadGuardJudges(const GuardJudgeFiles& files, const torch::Device& device);

} // namespace limpid
