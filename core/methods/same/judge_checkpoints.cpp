// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/judge_checkpoints.h"

#include "storage/checkpoint.h"

#include <c10/util/Exception.h>

#include <string_view>
#include <utility>

namespace limpid {
namespace {

template <typename Judge>
Result<void> save(const std::filesystem::path& path, const Judge& judge, std::string_view architecture,
                  const JudgeProvenance& provenance) {
    CheckpointInfo info;
    info.architecture = architecture;
    info.configurationJson = judge->config().toJson();
    info.modality = provenance.modality;
    info.normalisation = "0..1";
    info.cardJson = provenance.cardJson;
    info.parentSha256 = provenance.parentSha256;
    return saveCheckpoint(path, info, tensorsOf(*judge));
}

template <typename Judge, typename Config>
Result<Judge> load(const std::filesystem::path& path, std::string_view architecture) {
    auto checkpoint = loadCheckpoint(path);
    if (!checkpoint) {
        return fail(std::move(checkpoint.error()));
    }
    if (checkpoint->info.architecture != architecture) {
        return fail(ErrorCode::UnknownArchitecture, {path.string(), checkpoint->info.architecture});
    }
    const auto& json = checkpoint->info.configurationJson;
    auto config = Config::fromJson(json.empty() ? "{}" : json);
    if (!config) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), config.error().arguments.back()});
    }
    try {
        Judge judge(*config);
        if (auto loaded = loadInto(*judge, checkpoint->tensors, path); !loaded) {
            return fail(std::move(loaded.error()));
        }
        judge->eval();
        return judge;
    } catch (const c10::Error& error) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its configuration makes no network"},
                    error.what_without_backtrace());
    }
}

} // namespace

Result<void> saveQualityAssessor(const std::filesystem::path& path, const QualityAssessor& assessor,
                                 const JudgeProvenance& provenance) {
    return save(path, assessor, qualityArchitecture, provenance);
}

Result<void> saveStructureDetector(const std::filesystem::path& path, const StructureDetector& detector,
                                   const JudgeProvenance& provenance) {
    return save(path, detector, structureArchitecture, provenance);
}

Result<void> saveDegradationEstimator(const std::filesystem::path& path, const DegradationEstimator& estimator,
                                      const JudgeProvenance& provenance) {
    return save(path, estimator, degradationArchitecture, provenance);
}

Result<QualityAssessor> loadQualityAssessor(const std::filesystem::path& path) {
    return load<QualityAssessor, QualityAssessorConfig>(path, qualityArchitecture);
}

Result<StructureDetector> loadStructureDetector(const std::filesystem::path& path) {
    return load<StructureDetector, StructureDetectorConfig>(path, structureArchitecture);
}

Result<DegradationEstimator> loadDegradationEstimator(const std::filesystem::path& path) {
    return load<DegradationEstimator, DegradationEstimatorConfig>(path, degradationArchitecture);
}

} // namespace limpid
