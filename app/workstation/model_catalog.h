// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinic_folders.h"
#include "task/result.h"

#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// A model a person can choose.
struct CatalogEntry {
    QString label;
    std::filesystem::path path;
};

/// The models of the window: the one it starts from, and those of the clinics. A new model is a candidate, a file of
/// its own in its clinic's folder, until it is accepted; only then does it take the place of the clinic's model.
class ModelCatalog {
public:
    /// `base`: the model to start from, or why there is none. `clinicRoot`: as for ClinicFolders.
    ModelCatalog(Result<std::filesystem::path> base, std::filesystem::path clinicRoot);

    const Result<std::filesystem::path>& base() const { return m_base; }
    const std::filesystem::path& clinicRoot() const { return m_clinicRoot; }
    /// The base model, where there is one, and after it the clinics' by name.
    std::vector<CatalogEntry> entries() const;

    /// Where an accepted model of the clinic stands; the folder need not exist yet.
    std::filesystem::path modelPath(const std::string& clinic) const;
    /// Where a run is to write the clinic's new model. Makes the folder; fails as ClinicFolders::open does.
    Result<std::filesystem::path> candidatePath(const std::string& clinic) const;
    /// Puts the candidate in the place of the clinic's model, whole or not at all. WriteFailed.
    Result<std::filesystem::path> acceptCandidate(const std::string& clinic) const;
    void discardCandidate(const std::string& clinic) const;

    /// All clinics, by name.
    std::vector<std::string> clinics() const { return m_clinics.list(); }
    /// Where a run keeps what it needs to go on after a crash.
    std::filesystem::path statePath(const std::string& clinic) const;
    /// Whether a candidate waits to be accepted.
    bool hasCandidate(const std::string& clinic) const;
    /// Removes what an unfinished run left, and the clinic's folder if nothing else is in it.
    void discardUnfinished(const std::string& clinic) const;

private:
    Result<std::filesystem::path> m_base;
    std::filesystem::path m_clinicRoot;
    ClinicFolders m_clinics;
};

} // namespace limpid
