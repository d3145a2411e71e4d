// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/run_table.h"
#include "task/result.h"

#include <string>
#include <vector>

namespace limpid {

/// SHA-256 of everything that the store keeps of a run, for the audit trail to vouch for.
Result<std::string> runDigest(const RunRecord& run, const std::vector<RunDecision>& decisions,
                              const std::vector<RunOverride>& overrides);

/// The same of what stands in the tables. May throw SQLite::Exception. Fails with Internal where there is no such run.
Result<std::string> runDigest(const RunTable& table, std::int64_t run);

} // namespace limpid
