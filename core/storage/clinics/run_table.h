// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace SQLite {
class Database;
}

namespace limpid {

/// One adaptation of a clinic.
struct RunRecord {
    std::int64_t id = 0;
    std::int64_t clinic = 0;
    std::string configuration; ///< JSON object.
    std::uint64_t seed = 0;
    std::string started;
    std::string ended;   ///< Empty while it runs, and after a crash until it is gone on with or replaced.
    std::string outcome; ///< "adapted", "kept-old", "cancelled", "failed" or "interrupted"; empty likewise.
    std::string report;  ///< JSON object with the curves; empty where there is none.
    /// What its new model is called inside the clinic's folder; empty for a run that was taken over from elsewhere.
    std::string modelFile = {};
};

/// What the picker said of one image in a run.
struct RunDecision {
    std::string image;       ///< File name without folder.
    std::string inputSha256; ///< Of the photograph's file; empty if it could not be read.
    bool accepted = false;
    std::string reason; ///< One English sentence.
    std::string scores; ///< What it rests on, a JSON object.
};

/// What a person decided about one image in a run, whatever the picker said.
struct RunOverride {
    std::string image;
    std::string inputSha256;
    bool pick = false; ///< Otherwise: reject.
};

/// The rows of runs, decisions and overrides. Every function may throw SQLite::Exception; see StoreDatabase.
class RunTable {
public:
    explicit RunTable(SQLite::Database& connection)
        : m_connection(connection) {}

    /// All of a clinic, the oldest first.
    std::vector<RunRecord> of(std::int64_t clinic) const;
    std::optional<RunRecord> find(std::int64_t run) const;
    /// The clinic's youngest run that has not ended.
    std::optional<std::int64_t> open(std::int64_t clinic) const;
    /// The row's number; `run.id` does not count. Empty texts for ended, outcome and report become NULL.
    std::int64_t add(const RunRecord& run);
    void end(const RunRecord& run);

    void addDecision(std::int64_t run, const RunDecision& decision);
    void addOverride(std::int64_t run, const RunOverride& decision);
    std::vector<RunDecision> decisions(std::int64_t run) const;
    std::vector<RunOverride> overrides(std::int64_t run) const;
    /// What was decided on the images of this hash or this name, with the run; the oldest first. Empty texts fit none.
    std::vector<std::pair<std::int64_t, RunDecision>> decisionsOn(const std::string& sha256,
                                                                  const std::string& name) const;
    std::vector<std::pair<std::int64_t, RunOverride>> overridesOn(const std::string& sha256,
                                                                  const std::string& name) const;

private:
    SQLite::Database& m_connection;
};

} // namespace limpid
