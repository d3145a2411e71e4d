// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <filesystem>
#include <string>

namespace limpid {

/// Takes in a clinic that exportClinic() wrote; its name in the store. `newName` replaces the one in the file where it
/// is not empty. The file is treated as hostile: nothing but what its list of contents names is taken out of it, every
/// size is checked before anything is written, every model against its SHA-256, and names in the file never become
/// paths. The clinic enters the store whole or not at all. Fails with ArchiveUnusable, ClinicExists, InvalidArgument (a
/// name that cannot be), or what reading and writing files meets.
Result<std::string> importClinic(ClinicStore& store, const std::filesystem::path& file,
                                 const std::string& newName = {});

} // namespace limpid
