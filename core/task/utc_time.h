// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace limpid {

/// The present time in UTC, to the second: "2026-03-01T09:30:00Z". Such texts sort as the times they stand for. Any
/// thread.
std::string utcNow();

} // namespace limpid
