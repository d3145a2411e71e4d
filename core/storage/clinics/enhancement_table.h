// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace SQLite {
class Database;
}

namespace limpid {

/// One enhanced image that was written.
struct EnhancedFile {
    std::optional<std::int64_t> clinic; ///< Whose model made it; none for a shipped model.
    std::string input;                  ///< File name without folder.
    std::string inputSha256;
    std::string output; ///< Likewise without folder.
    std::string outputSha256;
    std::string modelSha256;
    std::string parameters = "{}"; ///< JSON object.
    std::string written;           ///< When.
    std::string program;           ///< With its version.
    std::string device;            ///< In words.
};

/// The rows of written images. They are never changed. Every function may throw SQLite::Exception; see StoreDatabase.
class EnhancementTable {
public:
    explicit EnhancementTable(SQLite::Database& connection)
        : m_connection(connection) {}

    void add(const EnhancedFile& file);
    /// Made with models of the clinic, the oldest first.
    std::vector<EnhancedFile> of(std::int64_t clinic) const;
    /// Those whose input or output has this hash, or whose input or output has this name; the oldest first.
    std::vector<EnhancedFile> ofImage(const std::string& sha256, const std::string& name) const;

private:
    SQLite::Database& m_connection;
};

} // namespace limpid
