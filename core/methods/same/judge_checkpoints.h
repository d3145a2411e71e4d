// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/degradation_estimator.h"
#include "methods/same/quality_assessor.h"
#include "methods/same/structure_detector.h"
#include "task/result.h"

#include <filesystem>
#include <string>

namespace limpid {

/// What stands beside a judge's weights in its file.
struct JudgeProvenance {
    std::string modality = "fundus"; ///< "fundus", "oct" or "ultrasound"
    std::string cardJson;            ///< the model card, or empty
    std::string parentSha256;        ///< of the source model whose outputs it was trained to judge, or empty
};

/// Architecture names in the files.
inline constexpr const char* qualityArchitecture = "quality-assessor";
inline constexpr const char* structureArchitecture = "structure-detector";
inline constexpr const char* degradationArchitecture = "degradation-estimator";

/// Writes one judge atomically as a checkpoint (storage/checkpoint.h) with its configuration and its calibration.
Result<void> saveQualityAssessor(const std::filesystem::path& path, const QualityAssessor& assessor,
                                 const JudgeProvenance& provenance = {});
Result<void> saveStructureDetector(const std::filesystem::path& path, const StructureDetector& detector,
                                   const JudgeProvenance& provenance = {});
Result<void> saveDegradationEstimator(const std::filesystem::path& path, const DegradationEstimator& estimator,
                                      const JudgeProvenance& provenance = {});

/// Reads one judge, on the CPU and in eval mode. Fails with what loadCheckpoint fails with, UnknownArchitecture when
/// the file holds another network, ModelMismatch when its tensors do not fit its configuration, and ModelCorrupt.
Result<QualityAssessor> loadQualityAssessor(const std::filesystem::path& path);
Result<StructureDetector> loadStructureDetector(const std::filesystem::path& path);
Result<DegradationEstimator> loadDegradationEstimator(const std::filesystem::path& path);

} // namespace limpid
