// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/leftover_files.h"

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/clinic_store.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

Result<void> removeDeleted(ClinicStore& store) {
    auto deleted = store.read(
        [](StoreTables& tables) -> Result<std::vector<Clinic>> { return tables.clinics.deletedWithFolder(); });
    if (!deleted)
        return fail(std::move(deleted.error()));
    for (const auto& clinic : *deleted) {
        const auto folder = store.folderOf(clinic);
        std::error_code error;
        if (fs::exists(folder, error)) {
            const auto lock = ClinicLock::take(folder, clinic.name);
            if (!lock)
                continue;
            fs::remove_all(folder, error);
        }
        if (error || fs::exists(folder, error))
            continue;
        auto released = store.change([&](StoreTables& tables) -> Result<void> {
            tables.clinics.releaseFolder(clinic.id);
            return {};
        });
        if (!released)
            return released;
    }
    return {};
}

/// A folder that was being put together becomes its clinic's where the clinic was entered, and goes where it was not.
Result<void> settleStaging(ClinicStore& store) {
    constexpr std::string_view prefix = ClinicFolders::stagingPrefix;
    std::vector<fs::path> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(store.root(), error))
        if (entry.path().filename().string().starts_with(prefix))
            found.push_back(entry.path());
    for (const auto& staging : found) {
        const auto name = staging.filename().string().substr(prefix.size());
        const auto lock = ClinicLock::take(staging, name);
        if (!lock)
            continue;
        auto entered = store.read([&](StoreTables& tables) -> Result<bool> { return tables.clinics.ownsFolder(name); });
        if (!entered)
            return fail(std::move(entered.error()));
        if (*entered && !fs::exists(store.root() / name, error))
            fs::rename(staging, store.root() / name, error);
        else
            fs::remove_all(staging, error);
    }
    return {};
}

/// Files in the clinic's folder that the store's rows say should not be there.
std::vector<fs::path> superfluous(ClinicStore& store, StoreTables& tables, const Clinic& clinic) {
    const auto folder = store.folderOf(clinic);
    std::vector<fs::path> files;
    std::set<std::string> entered;
    for (const auto& model : tables.models.of(clinic.id)) {
        entered.insert(model.file);
        if (model.state == ModelState::Discarded)
            files.push_back(folder / model.file);
    }
    const auto runs = tables.runs.of(clinic.id);
    for (const auto& run : runs)
        if (!run.modelFile.empty() && !entered.contains(run.modelFile))
            files.push_back(folder / run.modelFile);
    // Of a run that has ended: the program was killed when it was about to remove it. One that was taken in with an old
    // folder belongs to no run of the store, and stays.
    if (!runs.empty() && !runs.back().modelFile.empty() && !tables.runs.open(clinic.id))
        files.push_back(folder / ClinicFolders::stateFile);
    std::erase_if(files, [](const fs::path& file) {
        std::error_code unknown;
        return !fs::is_regular_file(file, unknown);
    });
    return files;
}

Result<std::vector<fs::path>> superfluous(ClinicStore& store, const Clinic& clinic) {
    return store.read(
        [&](StoreTables& tables) -> Result<std::vector<fs::path>> { return superfluous(store, tables, clinic); });
}

Result<void> removeModels(ClinicStore& store) {
    const auto clinics = store.clinics();
    if (!clinics)
        return fail(clinics.error());
    for (const auto& clinic : *clinics) {
        const auto before = superfluous(store, clinic);
        if (!before)
            return fail(before.error());
        if (before->empty())
            continue;
        const auto lock = ClinicLock::take(store.folderOf(clinic), clinic.name);
        if (!lock)
            continue;
        // Looked at again: the run whose model it is may have entered it since.
        const auto files = superfluous(store, clinic);
        if (!files)
            return fail(files.error());
        std::error_code ignored;
        for (const auto& file : *files)
            fs::remove(file, ignored);
    }
    return {};
}

} // namespace

Result<void> removeLeftovers(ClinicStore& store) {
    if (auto removed = removeDeleted(store); !removed)
        return removed;
    if (auto settled = settleStaging(store); !settled)
        return settled;
    return removeModels(store);
}

} // namespace limpid
