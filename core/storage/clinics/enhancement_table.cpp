// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/enhancement_table.h"

#include "storage/clinics/sql_values.h"

namespace limpid {

namespace {

constexpr auto columns = "SELECT clinic, input, input_sha256, output, output_sha256, model_sha256, parameters, "
                         "written, program, device FROM enhancements ";

std::vector<EnhancedFile> filesOf(SQLite::Statement& query) {
    std::vector<EnhancedFile> files;
    while (query.executeStep()) {
        EnhancedFile file;
        file.clinic = optionalNumber(query.getColumn(0));
        int column = 1;
        for (auto* text : {&file.input, &file.inputSha256, &file.output, &file.outputSha256, &file.modelSha256,
                           &file.parameters, &file.written, &file.program, &file.device})
            *text = textOf(query.getColumn(column++));
        files.push_back(std::move(file));
    }
    return files;
}

} // namespace

void EnhancementTable::add(const EnhancedFile& file) {
    SQLite::Statement statement(m_connection,
                                "INSERT INTO enhancements (clinic, input, input_sha256, output, output_sha256, "
                                "model_sha256, parameters, written, program, device) "
                                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bindOptional(statement, 1, file.clinic);
    int index = 2;
    for (const auto* text : {&file.input, &file.inputSha256, &file.output, &file.outputSha256, &file.modelSha256,
                             &file.parameters, &file.written, &file.program, &file.device})
        statement.bind(index++, *text);
    statement.exec();
}

std::vector<EnhancedFile> EnhancementTable::of(std::int64_t clinic) const {
    SQLite::Statement query(m_connection, std::string(columns) + "WHERE clinic = ? ORDER BY id");
    query.bind(1, clinic);
    return filesOf(query);
}

std::vector<EnhancedFile> EnhancementTable::ofImage(const std::string& sha256, const std::string& name) const {
    SQLite::Statement query(m_connection, std::string(columns) +
                                              "WHERE (?1 <> '' AND (input_sha256 = ?1 OR output_sha256 = ?1)) "
                                              "OR (?2 <> '' AND (input = ?2 OR output = ?2)) ORDER BY id");
    query.bind(1, sha256);
    query.bind(2, name);
    return filesOf(query);
}

} // namespace limpid
