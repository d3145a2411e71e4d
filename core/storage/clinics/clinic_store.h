// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/audit_trail.h"
#include "storage/clinics/clinic_table.h"
#include "storage/clinics/enhancement_table.h"
#include "storage/clinics/model_table.h"
#include "storage/clinics/run_table.h"
#include "storage/clinics/store_database.h"
#include "task/result.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

/// The tables of one connection. What throws in them is caught by ClinicStore::change() and read().
struct StoreTables {
    explicit StoreTables(SQLite::Database& connection);

    ClinicTable clinics;
    ModelTable models;
    RunTable runs;
    EnhancementTable enhancements;
    AuditTrail trail;
};

/// What the clinics keep: a database, and beside it the files of their models. What can be done with it is in the
/// files around this one: ClinicRun, clinic_changes.h, clinic_copy.h, clinic_export.h, ... One thread at a time uses
/// one store; other threads and programs open their own on the same folder.
class ClinicStore {
public:
    /// Opens the store in this folder, makes it where it is missing, takes in the folders of earlier versions
    /// (folder_intake.h) and removes what interrupted changes left (leftover_files.h). Fails with StoreTooNew,
    /// StoreDamaged, PermissionDenied, DiskFull or WriteFailed.
    static Result<ClinicStore> open(const std::filesystem::path& root);
    /// The same for looking only: where nothing can be written, the store is shown as it stands.
    static Result<ClinicStore> openToRead(const std::filesystem::path& root);

    const std::filesystem::path& root() const { return m_root; }
    std::filesystem::path folderOf(const Clinic& clinic) const { return m_root / clinic.folder; }

    /// All clinics by name.
    Result<std::vector<Clinic>> clinics();
    /// ClinicNotFound.
    Result<Clinic> clinic(const std::string& name);
    /// The file of the model that the clinic uses. ClinicNotFound, or ModelNotFound before the first successful run.
    Result<std::filesystem::path> modelInUse(const std::string& name);

    /// Runs `work(StoreTables&)`, which returns a Result; see StoreDatabase::change.
    template <typename Work>
    auto change(Work&& work) {
        return m_database->change([&] { return work(*m_tables); });
    }
    /// The same for looking; see StoreDatabase::read.
    template <typename Work>
    auto read(Work&& work) {
        return m_database->read([&] { return work(*m_tables); });
    }
    StoreDatabase& database() { return *m_database; }

private:
    ClinicStore(std::filesystem::path root, StoreDatabase database);

    std::filesystem::path m_root;
    std::unique_ptr<StoreDatabase> m_database;
    std::unique_ptr<StoreTables> m_tables;
};

} // namespace limpid
