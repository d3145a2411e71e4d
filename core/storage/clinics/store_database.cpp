// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/store_database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <string>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr int patienceMs = 10'000;
/// "LMPD", so that another program's file is never taken for ours.
constexpr int applicationId = 0x4C4D5044;

Error errorOf(const SQLite::Exception& exception, const fs::path& file) {
    switch (exception.getErrorCode()) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::StoreDamaged, {file.string(), exception.what()}, {}};
    case SQLITE_FULL:
        return {ErrorCode::DiskFull, {file.string()}, exception.what()};
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return {ErrorCode::PermissionDenied, {file.string()}, exception.what()};
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::WriteFailed, {file.string()}, exception.what()};
    default:
        return {ErrorCode::Internal, {"using the clinic store " + file.string()}, exception.what()};
    }
}

int number(SQLite::Database& connection, const std::string& query) {
    return connection.execAndGet(query).getInt();
}

/// The layout's version, after looking whether it is one of ours.
Result<std::size_t> versionOf(SQLite::Database& connection, const fs::path& file, std::size_t newest) {
    const int version = number(connection, "PRAGMA user_version");
    const int owner = number(connection, "PRAGMA application_id");
    const bool empty = number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
    if (empty && version == 0 && owner == 0)
        return std::size_t{0};
    if (owner != applicationId || version <= 0)
        return fail(ErrorCode::StoreDamaged, {file.string(), "it is not a clinic store"});
    if (static_cast<std::size_t>(version) > newest)
        return fail(ErrorCode::StoreTooNew, {file.string(), std::to_string(version)});
    return static_cast<std::size_t>(version);
}

void prepare(SQLite::Database& connection) {
    connection.exec("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; "
                    "PRAGMA synchronous = FULL");
}

Result<void> migrate(SQLite::Database& connection, const fs::path& file, std::span<const std::string_view> migrations) {
    SQLite::Transaction transaction(connection, SQLite::TransactionBehavior::IMMEDIATE);
    // Looked at again: another program may have done it while this one waited.
    const auto version = versionOf(connection, file, migrations.size());
    if (!version)
        return fail(version.error());
    for (const auto step : migrations.subspan(*version))
        connection.exec(std::string(step));
    connection.exec("PRAGMA application_id = " + std::to_string(applicationId));
    connection.exec("PRAGMA user_version = " + std::to_string(migrations.size()));
    transaction.commit();
    return {};
}

/// The path as a URI of SQLite's, for a file in a folder where no write-ahead log can be made.
std::string immutableUri(const fs::path& file) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char letter : fs::absolute(file).string()) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte == '/' || byte == '-' || byte == '_' || byte == '.';
        if (plain)
            uri += letter;
        else
            uri.append("%").append(1, digits[byte >> 4U]).append(1, digits[byte & 0x0FU]);
    }
    return uri + "?mode=ro&immutable=1";
}

/// Whether changes wait in the write-ahead log that are not in the file yet.
bool hasLog(const fs::path& file) {
    auto log = file;
    log += "-wal";
    std::error_code missing;
    const auto bytes = fs::file_size(log, missing);
    return !missing && bytes > 0;
}

} // namespace

StoreDatabase::StoreDatabase(fs::path file, std::unique_ptr<SQLite::Database> connection)
    : m_file(std::move(file))
    , m_connection(std::move(connection)) {}

StoreDatabase::~StoreDatabase() = default;
StoreDatabase::StoreDatabase(StoreDatabase&&) noexcept = default;
StoreDatabase& StoreDatabase::operator=(StoreDatabase&&) noexcept = default;

Result<StoreDatabase> StoreDatabase::open(const fs::path& file, std::span<const std::string_view> migrations) {
    try {
        auto connection =
            std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, patienceMs);
        auto version = versionOf(*connection, file, migrations.size());
        if (!version)
            return fail(std::move(version.error()));
        prepare(*connection);
        if (*version < migrations.size()) {
            if (auto done = migrate(*connection, file, migrations); !done)
                return fail(std::move(done.error()));
        }
        // Stays with the file once set. While others have it open it cannot be; then it is set another time.
        connection->tryExec("PRAGMA journal_mode = WAL");
        return StoreDatabase(file, std::move(connection));
    } catch (const SQLite::Exception& exception) {
        return fail(errorOf(exception, file));
    }
}

Result<StoreDatabase> StoreDatabase::openToRead(const fs::path& file, std::span<const std::string_view> migrations) {
    try {
        auto connection =
            hasLog(file) ? std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY, patienceMs)
                         : std::make_unique<SQLite::Database>(immutableUri(file),
                                                              SQLite::OPEN_READONLY | SQLite::OPEN_URI, patienceMs);
        auto version = versionOf(*connection, file, migrations.size());
        if (!version)
            return fail(std::move(version.error()));
        if (*version < migrations.size())
            return fail(ErrorCode::StoreDamaged, {file.string(), "its layout is old and it cannot be written to"});
        prepare(*connection);
        return StoreDatabase(file, std::move(connection));
    } catch (const SQLite::Exception& exception) {
        return fail(errorOf(exception, file));
    }
}

Result<void> StoreDatabase::transact(const std::function<bool()>& work, bool writes) {
    try {
        SQLite::Transaction transaction(*m_connection, writes ? SQLite::TransactionBehavior::IMMEDIATE
                                                              : SQLite::TransactionBehavior::DEFERRED);
        if (work() && writes)
            transaction.commit();
        return {};
    } catch (const SQLite::Exception& exception) {
        return fail(errorOf(exception, m_file));
    }
}

} // namespace limpid
