// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <string>

namespace limpid {

/// Makes a clinic `newName` with copies of all of a clinic's models, the same one in use. Runs and records stay with
/// the first: they happened once. Fails with ClinicNotFound, InvalidArgument, ClinicExists, ModelCorrupt (a model is
/// not what it was), or what reading and writing files meets; then there is no new clinic.
Result<void> duplicateClinic(ClinicStore& store, const std::string& name, const std::string& newName);

} // namespace limpid
