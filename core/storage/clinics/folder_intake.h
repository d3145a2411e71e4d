// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

namespace limpid {

class ClinicStore;

/// Enters the clinics whose folders the store does not know: those of earlier versions of Limpid, which kept each
/// clinic as a folder and no more, and all of them where the database was lost. Nothing in the folders is changed. The
/// model of an earlier version, or else the youngest, becomes the one in use; a model that waited for an answer goes
/// on waiting; a record of a run is kept as that of an ended run.
Result<void> takeInFolders(ClinicStore& store);

} // namespace limpid
