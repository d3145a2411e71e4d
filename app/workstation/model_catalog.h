// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// The models of the window: the one it starts from, and those that the clinics use. A new model is a candidate until
/// it is accepted. What concerns the clinics is asked of their store, which is opened for every call and takes some
/// milliseconds; a store that cannot be opened has no clinics here, and says why in the log. Any thread.
class ModelCatalog {
public:
    /// What an adaptation that was cut off, or nobody answered about, left in a clinic.
    struct LeftBehind {
        std::string clinic;
        std::filesystem::path state; ///< What its run goes on from; empty without an unfinished run.
        bool candidate = false;      ///< A new model waits for an answer.
    };

    /// `base`: the model to start from, or why there is none. `clinicRoot`: the clinic store's folder.
    ModelCatalog(Result<std::filesystem::path> base, std::filesystem::path clinicRoot);

    const Result<std::filesystem::path>& base() const { return m_base; }
    const std::filesystem::path& clinicRoot() const { return m_clinicRoot; }
    /// The base model, where there is one. Opens no store.
    std::vector<CatalogEntry> baseEntries() const;
    /// The same, and after it the models that the clinics use, by name.
    std::vector<CatalogEntry> entries() const;

    /// Where a new clinic's models would stand.
    std::filesystem::path place(const std::string& clinic) const;
    /// InvalidArgument for a name that no clinic can have.
    static Result<void> requireName(const std::string& clinic);

    /// Puts the clinic's candidate to use; its path. Fails as limpid::acceptCandidate does.
    Result<std::filesystem::path> acceptCandidate(const std::string& clinic) const;
    void discardCandidate(const std::string& clinic) const;
    /// Removes what an unfinished run left, and the clinic where that was all it had.
    void discardUnfinished(const std::string& clinic) const;
    /// What was left behind, by clinic. Clinics that some program works on are left out.
    std::vector<LeftBehind> leftBehind() const;

private:
    Result<std::filesystem::path> m_base;
    std::filesystem::path m_clinicRoot;
};

} // namespace limpid
