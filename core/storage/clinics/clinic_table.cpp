// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_table.h"

#include "storage/clinics/sql_values.h"

namespace limpid {

namespace {

constexpr auto columns = "SELECT id, name, folder, created, model FROM clinics ";

Clinic clinicOf(SQLite::Statement& row) {
    return {row.getColumn(0).getInt64(), textOf(row.getColumn(1)), textOf(row.getColumn(2)), textOf(row.getColumn(3)),
            optionalNumber(row.getColumn(4))};
}

std::vector<Clinic> clinicsOf(SQLite::Statement& query) {
    std::vector<Clinic> clinics;
    while (query.executeStep())
        clinics.push_back(clinicOf(query));
    return clinics;
}

} // namespace

std::vector<Clinic> ClinicTable::all() const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE deleted IS NULL ORDER BY name");
    return clinicsOf(query);
}

std::optional<Clinic> ClinicTable::find(const std::string& name) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE name = ? AND deleted IS NULL");
    query.bind(1, name);
    return query.executeStep() ? std::optional(clinicOf(query)) : std::nullopt;
}

std::string ClinicTable::nameOf(std::int64_t clinic) const {
    SQLite::Statement query(m_connection, "SELECT name FROM clinics WHERE id = ?");
    query.bind(1, clinic);
    return query.executeStep() ? textOf(query.getColumn(0)) : std::string();
}

std::int64_t ClinicTable::add(const std::string& name, const std::string& folder, const std::string& created) {
    SQLite::Statement statement(m_connection, "INSERT INTO clinics (name, folder, created) VALUES (?, ?, ?)");
    statement.bind(1, name);
    statement.bind(2, folder);
    statement.bind(3, created);
    statement.exec();
    return m_connection.getLastInsertRowid();
}

void ClinicTable::rename(std::int64_t clinic, const std::string& name) {
    SQLite::Statement statement(m_connection, "UPDATE clinics SET name = ? WHERE id = ?");
    statement.bind(1, name);
    statement.bind(2, clinic);
    statement.exec();
}

void ClinicTable::use(std::int64_t clinic, const std::optional<std::int64_t>& model) {
    SQLite::Statement statement(m_connection, "UPDATE clinics SET model = ? WHERE id = ?");
    bindOptional(statement, 1, model);
    statement.bind(2, clinic);
    statement.exec();
}

void ClinicTable::markDeleted(std::int64_t clinic, const std::string& when) {
    SQLite::Statement statement(m_connection, "UPDATE clinics SET deleted = ?, model = NULL WHERE id = ?");
    statement.bind(1, when);
    statement.bind(2, clinic);
    statement.exec();
}

bool ClinicTable::ownsFolder(const std::string& folder) const {
    SQLite::Statement query(m_connection, "SELECT 1 FROM clinics WHERE folder = ?");
    query.bind(1, folder);
    return query.executeStep();
}

std::vector<Clinic> ClinicTable::deletedWithFolder() const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE deleted IS NOT NULL AND folder IS NOT NULL");
    return clinicsOf(query);
}

void ClinicTable::releaseFolder(std::int64_t clinic) {
    SQLite::Statement statement(m_connection, "UPDATE clinics SET folder = NULL WHERE id = ?");
    statement.bind(1, clinic);
    statement.exec();
}

} // namespace limpid
