// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/run_table.h"

#include "storage/clinics/sql_values.h"

#include <charconv>

namespace limpid {

namespace {

constexpr auto columns =
    "SELECT id, clinic, configuration, seed, started, ended, outcome, report, model_file FROM runs ";

RunRecord runOf(SQLite::Statement& row) {
    RunRecord run;
    run.id = row.getColumn(0).getInt64();
    run.clinic = row.getColumn(1).getInt64();
    run.configuration = textOf(row.getColumn(2));
    const auto seed = textOf(row.getColumn(3));
    std::from_chars(seed.data(), seed.data() + seed.size(), run.seed);
    run.started = textOf(row.getColumn(4));
    run.ended = textOf(row.getColumn(5));
    run.outcome = textOf(row.getColumn(6));
    run.report = textOf(row.getColumn(7));
    run.modelFile = textOf(row.getColumn(8));
    return run;
}

constexpr auto decisionColumns = "SELECT run, image, input_sha256, accepted, reason, scores FROM decisions ";
constexpr auto overrideColumns = "SELECT run, image, input_sha256, decision FROM overrides ";
constexpr auto onImage = "WHERE (?1 <> '' AND input_sha256 = ?1) OR (?2 <> '' AND image = ?2) ORDER BY run, image";

RunDecision decisionOf(SQLite::Statement& row) {
    return {textOf(row.getColumn(1)), textOf(row.getColumn(2)), row.getColumn(3).getInt() != 0,
            textOf(row.getColumn(4)), textOf(row.getColumn(5))};
}

RunOverride overrideOf(SQLite::Statement& row) {
    return {textOf(row.getColumn(1)), textOf(row.getColumn(2)), textOf(row.getColumn(3)) == "pick"};
}

void bindUnlessEmpty(SQLite::Statement& statement, int index, const std::string& text) {
    if (text.empty())
        statement.bind(index);
    else
        statement.bind(index, text);
}

} // namespace

std::vector<RunRecord> RunTable::of(std::int64_t clinic) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE clinic = ? ORDER BY id");
    query.bind(1, clinic);
    std::vector<RunRecord> runs;
    while (query.executeStep())
        runs.push_back(runOf(query));
    return runs;
}

std::optional<RunRecord> RunTable::find(std::int64_t run) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE id = ?");
    query.bind(1, run);
    return query.executeStep() ? std::optional(runOf(query)) : std::nullopt;
}

std::optional<std::int64_t> RunTable::open(std::int64_t clinic) const {
    SQLite::Statement query(m_connection,
                            "SELECT id FROM runs WHERE clinic = ? AND ended IS NULL ORDER BY id DESC LIMIT 1");
    query.bind(1, clinic);
    return query.executeStep() ? optionalNumber(query.getColumn(0)) : std::nullopt;
}

std::int64_t RunTable::add(const RunRecord& run) {
    SQLite::Statement statement(
        m_connection, "INSERT INTO runs (clinic, configuration, seed, started, ended, outcome, report, model_file) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, run.clinic);
    statement.bind(2, run.configuration);
    statement.bind(3, std::to_string(run.seed));
    statement.bind(4, run.started);
    bindUnlessEmpty(statement, 5, run.ended);
    bindUnlessEmpty(statement, 6, run.outcome);
    bindUnlessEmpty(statement, 7, run.report);
    statement.bind(8, run.modelFile);
    statement.exec();
    return m_connection.getLastInsertRowid();
}

void RunTable::end(const RunRecord& run) {
    SQLite::Statement statement(
        m_connection, "UPDATE runs SET configuration = ?, seed = ?, ended = ?, outcome = ?, report = ? WHERE id = ?");
    statement.bind(1, run.configuration);
    statement.bind(2, std::to_string(run.seed));
    statement.bind(3, run.ended);
    statement.bind(4, run.outcome);
    bindUnlessEmpty(statement, 5, run.report);
    statement.bind(6, run.id);
    statement.exec();
}

void RunTable::addDecision(std::int64_t run, const RunDecision& decision) {
    SQLite::Statement statement(m_connection,
                                "INSERT INTO decisions (run, image, input_sha256, accepted, reason, scores) "
                                "VALUES (?, ?, ?, ?, ?, ?)");
    statement.bind(1, run);
    statement.bind(2, decision.image);
    statement.bind(3, decision.inputSha256);
    statement.bind(4, decision.accepted ? 1 : 0);
    statement.bind(5, decision.reason);
    statement.bind(6, decision.scores);
    statement.exec();
}

void RunTable::addOverride(std::int64_t run, const RunOverride& decision) {
    SQLite::Statement statement(m_connection,
                                "INSERT INTO overrides (run, image, input_sha256, decision) VALUES (?, ?, ?, ?)");
    statement.bind(1, run);
    statement.bind(2, decision.image);
    statement.bind(3, decision.inputSha256);
    statement.bind(4, decision.pick ? "pick" : "reject");
    statement.exec();
}

std::vector<RunDecision> RunTable::decisions(std::int64_t run) const {
    SQLite::Statement query(m_connection, std::string(decisionColumns) + "WHERE run = ? ORDER BY image");
    query.bind(1, run);
    std::vector<RunDecision> decisions;
    while (query.executeStep())
        decisions.push_back(decisionOf(query));
    return decisions;
}

std::vector<RunOverride> RunTable::overrides(std::int64_t run) const {
    SQLite::Statement query(m_connection, std::string(overrideColumns) + "WHERE run = ? ORDER BY image");
    query.bind(1, run);
    std::vector<RunOverride> overrides;
    while (query.executeStep())
        overrides.push_back(overrideOf(query));
    return overrides;
}

std::vector<std::pair<std::int64_t, RunDecision>> RunTable::decisionsOn(const std::string& sha256,
                                                                        const std::string& name) const {
    SQLite::Statement query(m_connection, std::string(decisionColumns) + onImage);
    query.bind(1, sha256);
    query.bind(2, name);
    std::vector<std::pair<std::int64_t, RunDecision>> decisions;
    while (query.executeStep())
        decisions.emplace_back(query.getColumn(0).getInt64(), decisionOf(query));
    return decisions;
}

std::vector<std::pair<std::int64_t, RunOverride>> RunTable::overridesOn(const std::string& sha256,
                                                                        const std::string& name) const {
    SQLite::Statement query(m_connection, std::string(overrideColumns) + onImage);
    query.bind(1, sha256);
    query.bind(2, name);
    std::vector<std::pair<std::int64_t, RunOverride>> overrides;
    while (query.executeStep())
        overrides.emplace_back(query.getColumn(0).getInt64(), overrideOf(query));
    return overrides;
}

} // namespace limpid
