// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace limpid {

/// An adaptation whose clinic, run and new model the clinic store keeps.
struct ClinicAdaptationRequest {
    /// Its `clinic` names the clinic; `output` and `state` are set by adaptClinic(); its `keepOutcome` is
    /// called before the store is told of the end.
    FolderAdaptationRequest adaptation;
    std::filesystem::path root; ///< The clinic store's folder.
    /// Puts a new model to use at once; otherwise it waits as the clinic's candidate
    /// (storage/clinics/clinic_changes.h).
    bool use = false;
    std::string method = "same"; ///< The published system, for the record.
};

/// Adapts to a folder and enters what came of it: configuration, seed, outcome and curves of the run, the picker's
/// decision on every image, what a person decided instead, and the new model with its parent, all in one transaction
/// after the model's file is in place. While it runs nobody else changes the clinic. Wherever it is interrupted, the
/// clinic's models are as before, and the run can be gone on with from its last epoch. Runs in the calling thread.
/// Fails as adaptToFolder does, with ClinicBusy, and with what opening and writing the store meets.
Result<FolderAdaptationOutcome> adaptClinic(const ClinicAdaptationRequest& request, Progress progress,
                                            const AdaptationListener& listener, std::stop_token stop);

} // namespace limpid
