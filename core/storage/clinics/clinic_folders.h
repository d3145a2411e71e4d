// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// How the files of the clinic store are called: below one folder the database, and a folder for each clinic with its
/// models and what an unfinished run goes on from. Keeps nothing in memory. Thread-safe.
class ClinicFolders {
public:
    /// The user's own: $XDG_DATA_HOME/limpid/clinics, else ~/.local/share/limpid/clinics.
    static std::filesystem::path defaultRoot();
    /// InvalidArgument for a name that cannot be a folder's (empty, with a slash, beginning with a dot, longer than
    /// 100 bytes, with control characters).
    static Result<void> requireName(const std::string& name);
    /// Names of all folders below `root` that may be clinics', sorted.
    static std::vector<std::string> list(const std::filesystem::path& root);
    /// Makes a folder, and those above it, where it is missing; PermissionDenied, DiskFull or WriteFailed.
    static Result<void> make(const std::filesystem::path& folder);
    /// Makes a change of names in a folder survive a power cut, as far as its file system can.
    static void flush(const std::filesystem::path& folder);

    static constexpr const char* databaseFile = "clinics.sqlite"; ///< Below the root.
    /// Inside a clinic's folder:
    static constexpr const char* stateFile = "unfinished.safetensors"; ///< Of a run that has not ended yet.
    static constexpr const char* lockFile = ".lock";
    /// What earlier versions, which knew no store, kept there.
    static constexpr const char* oldModelFile = "model.safetensors";
    static constexpr const char* oldCandidateFile = "candidate.safetensors";
    static constexpr const char* oldReportFile = "report.json";
    /// In front of the names of folders that are being put together, so that they are no clinics' yet.
    static constexpr const char* stagingPrefix = ".staging-";
};

} // namespace limpid
