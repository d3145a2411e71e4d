// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/same_model.h"

#include "storage/checkpoint.h"

#include <c10/util/Exception.h>

#include <utility>

namespace limpid {

Result<void> saveSameModel(const std::filesystem::path& path, const SameModel& model) {
    CheckpointInfo info;
    info.architecture = sameArchitecture;
    info.configurationJson = model.network->configuration().toJson();
    info.modality = model.modality;
    info.normalisation = "-1..1";
    info.cardJson = model.cardJson;
    info.parentSha256 = model.parentSha256;
    return saveCheckpoint(path, info, tensorsOf(*model.network));
}

Result<SameModel> loadSameModel(const std::filesystem::path& path) {
    auto checkpoint = loadCheckpoint(path);
    if (!checkpoint)
        return fail(std::move(checkpoint.error()));
    if (checkpoint->info.architecture != sameArchitecture)
        return fail(ErrorCode::UnknownArchitecture, {path.string(), checkpoint->info.architecture});
    auto configuration = UnetConfiguration::fromJson(checkpoint->info.configurationJson);
    if (!configuration)
        return fail(ErrorCode::ModelCorrupt, {path.string(), configuration.error().arguments.back()},
                    configuration.error().detail);
    try {
        SameModel model;
        model.network = StructurePreservingUnet(*configuration);
        if (auto loaded = loadInto(*model.network, checkpoint->tensors, path); !loaded)
            return fail(std::move(loaded.error()));
        model.network->eval();
        model.modality = checkpoint->info.modality;
        model.cardJson = checkpoint->info.cardJson;
        model.parentSha256 = checkpoint->info.parentSha256;
        model.sha256 = checkpoint->sha256;
        model.path = path;
        return model;
    } catch (const c10::Error& error) {
        return fail(ErrorCode::ModelCorrupt, {path.string(), "its configuration makes no network"},
                    error.what_without_backtrace());
    }
}

} // namespace limpid
