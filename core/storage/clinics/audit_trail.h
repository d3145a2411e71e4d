// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace limpid {

/// One thing that was done.
struct TrailEntry {
    std::int64_t id = 0;
    std::string time;
    std::string action; ///< "clinic created", "model put to use", ...
    std::optional<std::int64_t> clinic;
    std::string content; ///< JSON object.
};

/// What looking through the trail found.
struct TrailCheck {
    std::int64_t entries = 0;
    std::string problem; ///< One clause naming the first entry that is not as it was written; empty where all are.
};

/// What was done with the clinics, one entry after the other; none is ever changed or removed. Every entry holds the
/// SHA-256 of the one before and of itself, so that changing, removing or inserting one shows. What cannot show is a
/// trail that somebody with full access wrote anew from end to end. Every function may throw SQLite::Exception; see
/// StoreDatabase.
class AuditTrail {
public:
    explicit AuditTrail(SQLite::Database& connection)
        : m_connection(connection) {}

    /// Notes what is being done, in the transaction that does it. `content` is a JSON object.
    Result<void> note(const std::string& action, const std::optional<std::int64_t>& clinic, const std::string& content);
    /// All entries, the oldest first.
    std::vector<TrailEntry> entries() const;
    /// Computes every hash anew.
    Result<TrailCheck> check() const;

private:
    SQLite::Database& m_connection;
};

} // namespace limpid
