// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// One model file that can be named.
struct ModelEntry {
    std::string name; ///< Its file's stem.
    std::filesystem::path path;
    std::string architecture;
    std::string modality;
    std::string cardJson;
};

/// Finds models by name: the shipped ones in the folder given at construction. Reads headers only. Thread-safe.
class ModelLibrary {
public:
    explicit ModelLibrary(std::filesystem::path folder);

    /// The folder of the shipped models: next to the program once installed (../share/limpid/models), else in the
    /// source tree that the program was built from.
    static std::filesystem::path shippedFolder();

    /// All readable models, by name. Files that are no models are passed over.
    std::vector<ModelEntry> list() const;
    /// The file of a shipped model called `nameOrPath`, or the path itself where there is such a file. ModelNotFound.
    Result<std::filesystem::path> find(const std::string& nameOrPath) const;
    /// The quality assessor and the structure detector of a modality ("fundus"); ModelNotFound.
    Result<std::filesystem::path> qualityJudge(const std::string& modality) const;
    Result<std::filesystem::path> structureJudge(const std::string& modality) const;
    /// The degradation estimator of a modality; ModelNotFound.
    Result<std::filesystem::path> degradationEstimator(const std::string& modality) const;

private:
    std::filesystem::path m_folder;
};

} // namespace limpid
