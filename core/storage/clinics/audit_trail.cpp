// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/audit_trail.h"

#include "storage/clinics/sql_values.h"
#include "storage/sha256.h"
#include "task/utc_time.h"

#include <span>

namespace limpid {

namespace {

/// Every part with its length in front, so that no two different entries give the same bytes.
Result<std::string> digestOf(const TrailEntry& entry, const std::string& before) {
    std::string bytes;
    for (const auto& part : {std::to_string(entry.id), entry.time, entry.action,
                             entry.clinic ? std::to_string(*entry.clinic) : std::string(), entry.content, before})
        bytes.append(std::to_string(part.size())).append(":").append(part);
    return sha256Of(std::as_bytes(std::span(bytes)));
}

TrailEntry entryOf(SQLite::Statement& row) {
    return {row.getColumn(0).getInt64(), textOf(row.getColumn(1)), textOf(row.getColumn(2)),
            optionalNumber(row.getColumn(3)), textOf(row.getColumn(4))};
}

} // namespace

Result<void> AuditTrail::note(const std::string& action, const std::optional<std::int64_t>& clinic,
                              const std::string& content) {
    SQLite::Statement last(m_connection, "SELECT id, sha256 FROM trail ORDER BY id DESC LIMIT 1");
    const bool first = !last.executeStep();
    const auto before = first ? std::string() : textOf(last.getColumn(1));
    // Numbered without gaps, so that removing the last ones shows against the counter that SQLite keeps.
    const TrailEntry entry{first ? 1 : last.getColumn(0).getInt64() + 1, utcNow(), action, clinic, content};
    auto digest = digestOf(entry, before);
    if (!digest)
        return fail(std::move(digest.error()));
    SQLite::Statement statement(
        m_connection,
        "INSERT INTO trail (id, time, action, clinic, content, before, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, entry.id);
    statement.bind(2, entry.time);
    statement.bind(3, entry.action);
    bindOptional(statement, 4, entry.clinic);
    statement.bind(5, entry.content);
    statement.bind(6, before);
    statement.bind(7, *digest);
    statement.exec();
    return {};
}

std::vector<TrailEntry> AuditTrail::entries() const {
    SQLite::Statement query(m_connection, "SELECT id, time, action, clinic, content FROM trail ORDER BY id");
    std::vector<TrailEntry> entries;
    while (query.executeStep())
        entries.push_back(entryOf(query));
    return entries;
}

Result<TrailCheck> AuditTrail::check() const {
    SQLite::Statement query(m_connection,
                            "SELECT id, time, action, clinic, content, before, sha256 FROM trail ORDER BY id");
    TrailCheck check;
    std::string before;
    while (query.executeStep()) {
        const auto entry = entryOf(query);
        if (entry.id != ++check.entries) {
            check.problem = "entry " + std::to_string(check.entries) + " of the audit trail is missing";
            return check;
        }
        auto digest = digestOf(entry, before);
        if (!digest)
            return fail(std::move(digest.error()));
        before = textOf(query.getColumn(6));
        if (*digest != before) {
            check.problem = "entry " + std::to_string(entry.id) + " of the audit trail was changed";
            return check;
        }
    }
    SQLite::Statement counter(m_connection, "SELECT seq FROM sqlite_sequence WHERE name = 'trail'");
    const auto written = counter.executeStep() ? counter.getColumn(0).getInt64() : 0;
    if (written != check.entries)
        check.problem = "the last entries of the audit trail are missing";
    SQLite::Statement guards(m_connection,
                             "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'trail'");
    if (check.problem.empty() && (!guards.executeStep() || guards.getColumn(0).getInt() != 3))
        check.problem = "what keeps the audit trail from being changed was removed";
    return check;
}

} // namespace limpid
