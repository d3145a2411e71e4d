// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace limpid {

/// A clinic as the store knows it.
struct Clinic {
    std::int64_t id = 0;
    std::string name;
    std::string folder; ///< Below the store's; stays the same when the clinic is renamed.
    std::string created;
    std::optional<std::int64_t> model; ///< The one in use.
};

/// The clinics' rows. Every function may throw SQLite::Exception; see StoreDatabase.
class ClinicTable {
public:
    explicit ClinicTable(SQLite::Database& connection)
        : m_connection(connection) {}

    /// Those that were not deleted, by name.
    std::vector<Clinic> all() const;
    std::optional<Clinic> find(const std::string& name) const;
    /// The name, of a deleted clinic too; empty where there is no such row.
    std::string nameOf(std::int64_t clinic) const;
    /// The row's number.
    std::int64_t add(const std::string& name, const std::string& folder, const std::string& created);
    void rename(std::int64_t clinic, const std::string& name);
    void use(std::int64_t clinic, const std::optional<std::int64_t>& model);
    /// The name becomes free; the row stays, and the folder belongs to it until releaseFolder().
    void markDeleted(std::int64_t clinic, const std::string& when);

    /// Whether any clinic, deleted or not, has this folder.
    bool ownsFolder(const std::string& folder) const;
    /// Deleted clinics whose folders may still be there.
    std::vector<Clinic> deletedWithFolder() const;
    /// The folder of a deleted clinic is gone.
    void releaseFolder(std::int64_t clinic);

private:
    SQLite::Database& m_connection;
};

} // namespace limpid
