// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <filesystem>
#include <string>

namespace limpid {

/// How a clinic is written into one file.
struct ClinicExportOptions {
    /// With the names of the image files, which may be those of patients; otherwise images are named by their hashes.
    bool withNames = false;
    bool overwrite = false;
};

/// Writes a clinic into one file (a tar archive; clinic_import.h reads it): its models, and what is known of its runs
/// and of the images that they made. An unfinished run, and a model that waits for an answer, stay out. Fails with
/// ClinicNotFound, ModelCorrupt (a model is not what it was), OutputExists, or what reading and writing files meets.
Result<void> exportClinic(ClinicStore& store, const std::string& name, const std::filesystem::path& file,
                          const ClinicExportOptions& options = {});

/// Names inside an archive.
constexpr const char* manifestName = "clinic.json";
std::string archivedModelName(const std::string& sha256);

} // namespace limpid
