// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// Where each clinic keeps its adapted model and the record of its runs: one folder per clinic, called by its name.
/// Thread-safe; keeps nothing in memory.
class ClinicFolders {
public:
    explicit ClinicFolders(std::filesystem::path root);

    /// The user's own: $XDG_DATA_HOME/limpid/clinics, else ~/.local/share/limpid/clinics.
    static std::filesystem::path defaultRoot();

    /// Names of all clinics, sorted.
    std::vector<std::string> list() const;
    /// Makes the clinic's folder where it is missing. InvalidArgument for a name that cannot be a folder's (empty,
    /// with a slash, beginning with a dot, longer than 100 bytes), WriteFailed.
    Result<std::filesystem::path> open(const std::string& name) const;
    /// The adapted model of a clinic; ClinicNotFound, or ModelNotFound before the first successful run.
    Result<std::filesystem::path> model(const std::string& name) const;

    /// File names inside a clinic's folder.
    static constexpr const char* modelFile = "model.safetensors";
    static constexpr const char* reportFile = "report.json";
    static constexpr const char* stateFile = "unfinished.safetensors"; ///< Of a run that has not ended yet.

private:
    std::filesystem::path m_root;
};

} // namespace limpid
