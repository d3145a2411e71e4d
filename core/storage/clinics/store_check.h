// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace limpid {

/// What a look through the whole store found.
struct StoreCheck {
    std::int64_t trailEntries = 0;
    std::size_t models = 0;            ///< Files that were compared with their hashes.
    std::size_t runs = 0;              ///< Runs that were compared with the audit trail.
    std::vector<std::string> problems; ///< English clauses; empty where all is as it was written.
};

/// Looks whether the database is sound, the audit trail untouched, every run as the trail says it was, every written
/// image that the trail names on record, and every model the file that was kept. Changes nothing. Fails only where the
/// store cannot be read at all.
Result<StoreCheck> checkStore(ClinicStore& store);

} // namespace limpid
