// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"
#include "task/result.h"

#include <QList>
#include <QString>

#include <filesystem>
#include <string>

namespace limpid {

// What the page of clinics shows, read from the clinic store below `root`. Any thread; each call opens the store and
// fails with what that or reading meets.

/// A model that clinics may have been adapted from.
struct KnownModel {
    std::string sha256; ///< Empty where it is not known.
    std::string name;
};

/// All clinics by name.
Result<QList<ClinicItem>> readClinics(const std::filesystem::path& root);
/// The models, runs and history of one clinic, the newest first; models that were adapted from `base` say so. Also
/// fails with ClinicNotFound.
Result<ClinicContents> readClinic(const std::filesystem::path& root, const QString& name, const KnownModel& base = {});
/// Everything that was done to an image, the newest first; see historyOf().
Result<QList<ClinicEvent>> readImageHistory(const std::filesystem::path& root, const QString& image);

} // namespace limpid
