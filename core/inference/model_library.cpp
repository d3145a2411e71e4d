// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/model_library.h"

#include "storage/checkpoint.h"
#include "storage/safetensors.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

ModelLibrary::ModelLibrary(fs::path folder)
    : m_folder(std::move(folder)) {}

fs::path ModelLibrary::shippedFolder() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error);
    if (!error) {
        const auto installed = program.parent_path().parent_path() / "share" / "limpid" / "models";
        if (fs::is_directory(installed, error))
            return installed;
    }
    return LIMPID_MODELS_FOLDER;
}

std::vector<ModelEntry> ModelLibrary::list() const {
    std::vector<ModelEntry> entries;
    std::error_code error;
    for (const auto& file : fs::directory_iterator(m_folder, error)) {
        if (file.path().extension() != ".safetensors")
            continue;
        const auto info = loadCheckpointInfo(file.path());
        if (info)
            entries.push_back(
                {file.path().stem().string(), file.path(), info->architecture, info->modality, info->cardJson});
    }
    std::sort(entries.begin(), entries.end(), [](const ModelEntry& a, const ModelEntry& b) { return a.name < b.name; });
    return entries;
}

Result<fs::path> ModelLibrary::find(const std::string& nameOrPath) const {
    std::error_code error;
    if (const auto shipped = m_folder / (nameOrPath + ".safetensors");
        fs::path(nameOrPath).filename() == fs::path(nameOrPath) && fs::is_regular_file(shipped, error))
        return shipped;
    if (fs::is_regular_file(nameOrPath, error))
        return fs::path(nameOrPath);
    return fail(ErrorCode::ModelNotFound, {nameOrPath});
}

Result<fs::path> ModelLibrary::qualityJudge(const std::string& modality) const {
    return find(modality + "_quality");
}

Result<fs::path> ModelLibrary::structureJudge(const std::string& modality) const {
    return find(modality + "_structure");
}

Result<fs::path> ModelLibrary::degradationEstimator(const std::string& modality) const {
    return find(modality + "_degradation");
}

} // namespace limpid
