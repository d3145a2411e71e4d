// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/key_sheet.h"

namespace limpid {

/// The keys of the grid and the filmstrip, translated, for the sheet of all keys.
QList<KeyEntry> browserKeys();

} // namespace limpid
