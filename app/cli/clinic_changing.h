// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <memory>
#include <vector>

namespace limpid {

/// 'limpid-cli clinics' rename, duplicate, delete and rollback.
std::vector<std::unique_ptr<Command>> makeClinicChanges();

} // namespace limpid
