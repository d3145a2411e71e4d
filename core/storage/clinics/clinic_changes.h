// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace limpid {

// What a person may do to a clinic. Each is one transaction with its entry in the audit trail, and fails with
// ClinicNotFound, or with what writing meets.

/// The models, runs and records stay the clinic's. InvalidArgument, ClinicExists, ClinicBusy.
Result<void> renameClinic(ClinicStore& store, const std::string& name, const std::string& newName);

/// Removes the clinic, its models and its unfinished run. What was done with it, run by run and image by image, stays
/// in the store's records. ClinicBusy.
Result<void> removeClinic(ClinicStore& store, const std::string& name);

/// The clinic's model that `wanted` names: its number, or the first six or more digits of its SHA-256. InvalidArgument
/// where none or several fit.
Result<ClinicModel> findModel(ClinicStore& store, const std::string& name, const std::string& wanted);

/// Puts an earlier (or later) model of the clinic to use. Also fails with ModelCorrupt or FileNotFound where its file
/// is not what it was.
Result<ClinicModel> rollBack(ClinicStore& store, const std::string& name, const std::string& wanted);

/// The clinic's candidate is used from now on; its path. ModelNotFound where there is none.
Result<std::filesystem::path> acceptCandidate(ClinicStore& store, const std::string& name);
/// The candidate is turned down and removed, and the clinic too where that was all it had. Without one, nothing
/// happens.
Result<void> discardCandidate(ClinicStore& store, const std::string& name);
/// Removes what the clinic's unfinished run left, and the clinic where that was all it had. ClinicBusy.
Result<void> discardUnfinished(ClinicStore& store, const std::string& name);

// For those who hold the clinic's lock, or who are within a transaction.

/// Removes a clinic that has neither a model nor an unfinished run; otherwise nothing happens.
Result<void> eraseIfEmpty(ClinicStore& store, const Clinic& clinic);
/// Runs of the clinic that have not ended count as interrupted from now on. May throw SQLite::Exception.
Result<void> endOpenRuns(StoreTables& tables, std::int64_t clinic);
/// A folder for a new clinic: its name where that is free. May throw SQLite::Exception.
std::string freeFolder(const ClinicStore& store, const StoreTables& tables, const std::string& name);

} // namespace limpid
