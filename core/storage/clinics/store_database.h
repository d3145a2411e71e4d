// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>

namespace SQLite {
class Database;
}

namespace limpid {

/// One connection to the clinic store's SQLite file: write-ahead log, foreign keys, every commit flushed to the disk
/// before it counts. One thread at a time; other threads and programs open their own.
class StoreDatabase {
public:
    /// Opens the file, makes it where it is missing, and brings an older layout to that of `migrations`
    /// (store_schema.h), all of it or nothing. Fails with StoreTooNew, StoreDamaged, PermissionDenied, DiskFull or
    /// WriteFailed.
    static Result<StoreDatabase> open(const std::filesystem::path& file, std::span<const std::string_view> migrations);
    /// Opens a file that cannot be written to, only to look at it. Fails likewise, and with StoreDamaged for a layout
    /// older than `migrations`, which would have to be changed first.
    static Result<StoreDatabase> openToRead(const std::filesystem::path& file,
                                            std::span<const std::string_view> migrations);
    ~StoreDatabase();
    StoreDatabase(StoreDatabase&&) noexcept;
    StoreDatabase& operator=(StoreDatabase&&) noexcept;

    const std::filesystem::path& file() const { return m_file; }
    /// What the tables work on. SQLite::Exception leaves it, and is caught by the two functions below.
    SQLite::Database& connection() { return *m_connection; }

    /// Runs `work` (returning a Result) where everything that it changes is committed together, or nothing if it fails.
    /// Waits up to ten seconds for another writer. Fails as `work` does, with DiskFull, WriteFailed or StoreDamaged.
    template <typename Work>
    auto change(Work&& work) {
        return run(std::forward<Work>(work), true);
    }
    /// Runs `work` on one state of the store, whatever others write meanwhile.
    template <typename Work>
    auto read(Work&& work) {
        return run(std::forward<Work>(work), false);
    }

private:
    StoreDatabase(std::filesystem::path file, std::unique_ptr<SQLite::Database> connection);

    template <typename Work>
    std::invoke_result_t<Work&> run(Work&& work, bool writes) {
        std::invoke_result_t<Work&> outcome = fail(ErrorCode::Internal, {"using the clinic store"});
        const std::function<bool()> whether = [&] {
            outcome = work();
            return outcome.has_value();
        };
        if (auto done = transact(whether, writes); !done)
            return fail(std::move(done.error()));
        return outcome;
    }
    Result<void> transact(const std::function<bool()>& work, bool writes);

    std::filesystem::path m_file;
    std::unique_ptr<SQLite::Database> m_connection;
};

} // namespace limpid
