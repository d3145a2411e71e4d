// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "csv_table.h"

#include "task/atomic_file.h"

#include <spdlog/fmt/fmt.h>

#include <cmath>
#include <span>

namespace limpid {

namespace {

std::string quotedIfNeeded(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n") == std::string::npos)
        return cell;
    std::string quoted = "\"";
    for (const char character : cell) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

} // namespace

CsvTable::CsvTable(const std::vector<std::string>& header) {
    add(header);
}

void CsvTable::add(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0)
            m_text += ',';
        m_text += quotedIfNeeded(cells[i]);
    }
    m_text += "\r\n";
}

std::string CsvTable::cell(double number) {
    return std::isfinite(number) ? fmt::format("{:.4f}", number) : std::string();
}

Result<void> CsvTable::write(const std::filesystem::path& path, bool overwrite) const {
    return writeFileAtomically(path, std::as_bytes(std::span(m_text)), overwrite);
}

} // namespace limpid
