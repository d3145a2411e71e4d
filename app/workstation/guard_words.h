// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/guard_verdict.h"

#include <QString>

#include <optional>

namespace limpid {

/// Why another result than the adapted model's is shown, as a sentence in the window's language; empty where it is the
/// adapted model's, or nobody decided.
QString guardWords(const std::optional<GuardVerdict>& verdict);

/// What stands over the result of `model`: its name, and whose result it is where that is another's.
QString guardedName(const QString& model, const std::optional<GuardVerdict>& verdict);

} // namespace limpid
