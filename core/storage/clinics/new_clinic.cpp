// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/new_clinic.h"

#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_folders.h"
#include "task/utc_time.h"

#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

NewClinic::NewClinic(ClinicStore& store, std::string name, std::string folder, fs::path staging, ClinicLock lock)
    : m_store(&store)
    , m_name(std::move(name))
    , m_folder(std::move(folder))
    , m_staging(std::move(staging))
    , m_lock(std::move(lock)) {}

NewClinic::NewClinic(NewClinic&& other) noexcept
    : m_store(other.m_store)
    , m_name(std::move(other.m_name))
    , m_folder(std::move(other.m_folder))
    , m_staging(std::exchange(other.m_staging, {}))
    , m_lock(std::move(other.m_lock)) {}

NewClinic::~NewClinic() {
    if (m_staging.empty())
        return;
    std::error_code ignored;
    fs::remove_all(m_staging, ignored);
}

Result<NewClinic> NewClinic::begin(ClinicStore& store, const std::string& name) {
    if (auto usable = ClinicFolders::requireName(name); !usable)
        return fail(std::move(usable.error()));
    auto folder = store.read([&](StoreTables& tables) -> Result<std::string> {
        if (tables.clinics.find(name))
            return fail(ErrorCode::ClinicExists, {name});
        return freeFolder(store, tables, name);
    });
    if (!folder)
        return fail(std::move(folder.error()));
    const auto staging = store.root() / (ClinicFolders::stagingPrefix + *folder);
    if (auto made = ClinicFolders::make(staging); !made)
        return fail(std::move(made.error()));
    auto lock = ClinicLock::take(staging, name);
    if (!lock)
        return fail(std::move(lock.error()));
    return NewClinic(store, name, std::move(*folder), staging, std::move(*lock));
}

Result<void> NewClinic::enter(const std::function<Result<void>(StoreTables&, std::int64_t)>& work) {
    ClinicFolders::flush(m_staging);
    ClinicFolders::flush(m_store->root());
    auto entered = m_store->change([&](StoreTables& tables) -> Result<void> {
        // Both were free when this began.
        if (tables.clinics.find(m_name) || tables.clinics.ownsFolder(m_folder))
            return fail(ErrorCode::ClinicExists, {m_name});
        return work(tables, tables.clinics.add(m_name, m_folder, utcNow()));
    });
    if (!entered)
        return entered;
    std::error_code ignored; // The next opening of the store does it.
    fs::rename(std::exchange(m_staging, {}), m_store->root() / m_folder, ignored);
    ClinicFolders::flush(m_store->root());
    return {};
}

} // namespace limpid
