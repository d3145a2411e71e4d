// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <filesystem>
#include <functional>
#include <string>

namespace limpid {

/// A clinic that is put together from files and enters the store whole or not at all. The files go into a hidden
/// folder; the transaction of enter() decides, and the folder takes its name after it, at the latest at the next
/// opening of the store. One thread at a time.
class NewClinic {
public:
    /// Fails with InvalidArgument, ClinicExists or what making a folder meets. `store` must outlive the object.
    static Result<NewClinic> begin(ClinicStore& store, const std::string& name);
    /// Removes the files where the clinic was not entered.
    ~NewClinic();
    NewClinic(NewClinic&& other) noexcept;
    NewClinic& operator=(NewClinic&&) = delete;

    /// Where the files go.
    const std::filesystem::path& staging() const { return m_staging; }
    /// Enters the clinic and, in the same transaction, what `work` adds to it by its number.
    Result<void> enter(const std::function<Result<void>(StoreTables&, std::int64_t clinic)>& work);

private:
    NewClinic(ClinicStore& store, std::string name, std::string folder, std::filesystem::path staging, ClinicLock lock);

    ClinicStore* m_store;
    std::string m_name;
    std::string m_folder;
    std::filesystem::path m_staging; ///< Empty once it is not this object's to remove.
    ClinicLock m_lock;
};

} // namespace limpid
