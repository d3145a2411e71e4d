// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_store.h"

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/folder_intake.h"
#include "storage/clinics/leftover_files.h"
#include "storage/clinics/store_schema.h"

namespace limpid {

namespace fs = std::filesystem;

StoreTables::StoreTables(SQLite::Database& connection)
    : clinics(connection)
    , models(connection)
    , runs(connection)
    , enhancements(connection)
    , trail(connection) {}

ClinicStore::ClinicStore(fs::path root, StoreDatabase database)
    : m_root(std::move(root))
    , m_database(std::make_unique<StoreDatabase>(std::move(database)))
    , m_tables(std::make_unique<StoreTables>(m_database->connection())) {}

Result<ClinicStore> ClinicStore::open(const fs::path& root) {
    if (auto made = ClinicFolders::make(root); !made)
        return fail(std::move(made.error()));
    auto database = StoreDatabase::open(root / ClinicFolders::databaseFile, storeMigrations());
    if (!database)
        return fail(std::move(database.error()));
    ClinicStore store(root, std::move(*database));
    if (auto removed = removeLeftovers(store); !removed)
        return fail(std::move(removed.error()));
    if (auto taken = takeInFolders(store); !taken)
        return fail(std::move(taken.error()));
    return store;
}

Result<ClinicStore> ClinicStore::openToRead(const fs::path& root) {
    auto store = open(root);
    if (store)
        return store;
    const auto code = store.error().code;
    if (code != ErrorCode::PermissionDenied && code != ErrorCode::WriteFailed && code != ErrorCode::DiskFull)
        return store;
    auto database = StoreDatabase::openToRead(root / ClinicFolders::databaseFile, storeMigrations());
    if (!database)
        return store; // says better what is the matter
    return ClinicStore(root, std::move(*database));
}

Result<std::vector<Clinic>> ClinicStore::clinics() {
    return read([](StoreTables& tables) -> Result<std::vector<Clinic>> { return tables.clinics.all(); });
}

Result<Clinic> ClinicStore::clinic(const std::string& name) {
    return read([&](StoreTables& tables) -> Result<Clinic> {
        auto clinic = tables.clinics.find(name);
        if (!clinic)
            return fail(ErrorCode::ClinicNotFound, {name});
        return std::move(*clinic);
    });
}

Result<fs::path> ClinicStore::modelInUse(const std::string& name) {
    return read([&](StoreTables& tables) -> Result<fs::path> {
        const auto clinic = tables.clinics.find(name);
        if (!clinic)
            return fail(ErrorCode::ClinicNotFound, {name});
        const auto model = clinic->model ? tables.models.find(*clinic->model) : std::nullopt;
        if (!model)
            return fail(ErrorCode::ModelNotFound, {"for the clinic " + name});
        return folderOf(*clinic) / model->file;
    });
}

} // namespace limpid
