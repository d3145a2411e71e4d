// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/model_table.h"

#include "storage/clinics/sql_values.h"

#include <array>

namespace limpid {

namespace {

constexpr auto columns = "SELECT id, clinic, sha256, file, parent, run, created, state FROM models ";

constexpr auto states = std::to_array<std::pair<ModelState, std::string_view>>({
    {ModelState::Candidate, "candidate"},
    {ModelState::Kept, "kept"},
    {ModelState::Discarded, "discarded"},
});

ClinicModel modelOf(SQLite::Statement& row) {
    ClinicModel model;
    model.id = row.getColumn(0).getInt64();
    model.clinic = row.getColumn(1).getInt64();
    model.sha256 = textOf(row.getColumn(2));
    model.file = textOf(row.getColumn(3));
    model.parent = textOf(row.getColumn(4));
    model.run = optionalNumber(row.getColumn(5));
    model.created = textOf(row.getColumn(6));
    model.state = modelStateOf(textOf(row.getColumn(7))).value_or(ModelState::Discarded);
    return model;
}

std::optional<ClinicModel> firstOf(SQLite::Statement& query) {
    return query.executeStep() ? std::optional(modelOf(query)) : std::nullopt;
}

} // namespace

std::string_view modelStateName(ModelState state) {
    for (const auto& [value, name] : states)
        if (value == state)
            return name;
    return {};
}

std::optional<ModelState> modelStateOf(std::string_view text) {
    for (const auto& [value, name] : states)
        if (name == text)
            return value;
    return std::nullopt;
}

std::vector<ClinicModel> ModelTable::of(std::int64_t clinic) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE clinic = ? ORDER BY id");
    query.bind(1, clinic);
    std::vector<ClinicModel> models;
    while (query.executeStep())
        models.push_back(modelOf(query));
    return models;
}

std::optional<ClinicModel> ModelTable::find(std::int64_t id) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE id = ?");
    query.bind(1, id);
    return firstOf(query);
}

std::optional<ClinicModel> ModelTable::candidate(std::int64_t clinic) const {
    SQLite::Statement query(m_connection,
                            std::string(columns) + "WHERE clinic = ? AND state = 'candidate' ORDER BY id DESC LIMIT 1");
    query.bind(1, clinic);
    return firstOf(query);
}

std::optional<std::int64_t> ModelTable::clinicOf(const std::string& sha256) const {
    SQLite::Statement query(m_connection, "SELECT clinic FROM models WHERE sha256 = ? ORDER BY id DESC LIMIT 1");
    query.bind(1, sha256);
    return query.executeStep() ? optionalNumber(query.getColumn(0)) : std::nullopt;
}

std::int64_t ModelTable::add(const ClinicModel& model) {
    SQLite::Statement statement(m_connection, "INSERT INTO models (clinic, sha256, file, parent, run, created, state) "
                                              "VALUES (?, ?, ?, ?, ?, ?, ?)");
    statement.bind(1, model.clinic);
    statement.bind(2, model.sha256);
    statement.bind(3, model.file);
    statement.bind(4, model.parent);
    bindOptional(statement, 5, model.run);
    statement.bind(6, model.created);
    statement.bind(7, std::string(modelStateName(model.state)));
    statement.exec();
    return m_connection.getLastInsertRowid();
}

void ModelTable::setState(std::int64_t id, ModelState state) {
    SQLite::Statement statement(m_connection, "UPDATE models SET state = ? WHERE id = ?");
    statement.bind(1, std::string(modelStateName(state)));
    statement.bind(2, id);
    statement.exec();
}

} // namespace limpid
