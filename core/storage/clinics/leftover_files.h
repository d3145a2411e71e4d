// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

namespace limpid {

class ClinicStore;

/// Ends what an interrupted change left behind: the folders of deleted clinics, folders that were being put together,
/// models that were turned down, and models that no run has entered (their run goes on from its state and writes them
/// again). What belongs to a clinic that some program works on is left to that program; so is what cannot be removed.
Result<void> removeLeftovers(ClinicStore& store);

} // namespace limpid
