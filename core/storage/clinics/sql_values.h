// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <cstdint>
#include <optional>
#include <string>

namespace limpid {

// What SQLiteCpp lacks: values that may be missing. For the tables' own .cpp files.

inline void bindOptional(SQLite::Statement& statement, int index, const std::optional<std::int64_t>& value) {
    if (value)
        statement.bind(index, *value);
    else
        statement.bind(index);
}

inline std::optional<std::int64_t> optionalNumber(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

/// Empty for a missing one.
inline std::string textOf(const SQLite::Column& column) {
    return column.isNull() ? std::string() : column.getString();
}

} // namespace limpid
