// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/same_model.h"

#include "storage/checkpoint.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

/// What no network has a tensor of.
constexpr const char* guardTensor = "guard.forecast";

/// Takes the guard's table out of a model's tensors, where there is one.
Result<std::optional<ImageGuard>> takeGuard(Checkpoint& checkpoint) {
    auto& tensors = checkpoint.tensors;
    const auto found =
        std::find_if(tensors.begin(), tensors.end(), [](const auto& named) { return named.first == guardTensor; });
    if (found == tensors.end())
        return std::optional<ImageGuard>();
    auto guard = ImageGuard::fromTensor(found->second);
    if (!guard)
        return fail(ErrorCode::ModelCorrupt, {checkpoint.path.string(), guard.error().arguments.back()});
    tensors.erase(found);
    return std::optional<ImageGuard>(std::move(*guard));
}

} // namespace

Result<void> saveSameModel(const std::filesystem::path& path, const SameModel& model) {
    CheckpointInfo info;
    info.architecture = sameArchitecture;
    info.configurationJson = model.network->configuration().toJson();
    info.modality = model.modality;
    info.normalisation = "-1..1";
    info.cardJson = model.cardJson;
    info.parentSha256 = model.parentSha256;
    auto tensors = tensorsOf(*model.network);
    if (model.guard)
        tensors.emplace_back(guardTensor, model.guard->toTensor());
    return saveCheckpoint(path, info, tensors);
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
        auto guard = takeGuard(*checkpoint);
        if (!guard)
            return fail(std::move(guard.error()));
        model.guard = std::move(*guard);
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
