// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// A table as comma-separated values (RFC 4180, UTF-8, decimal points whatever the locale).
class CsvTable {
public:
    explicit CsvTable(const std::vector<std::string>& header);

    /// Appends a row; cells with commas, quotes or line breaks are quoted.
    void add(const std::vector<std::string>& cells);
    /// A number as a cell, with four decimals; empty for what is not finite.
    static std::string cell(double number);

    const std::string& text() const { return m_text; }
    /// Writes the table, whole or not at all. OutputExists unless `overwrite`, and what writing may meet.
    Result<void> write(const std::filesystem::path& path, bool overwrite) const;

private:
    std::string m_text;
};

} // namespace limpid
