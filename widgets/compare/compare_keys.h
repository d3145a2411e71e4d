// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/key_sheet.h"

#include <QList>

namespace limpid {

/// The keys of the comparison (see compareCommandOf()), in the user's language, for the sheet of all keys.
QList<KeyEntry> compareKeys();

} // namespace limpid
