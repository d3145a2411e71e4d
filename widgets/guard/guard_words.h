// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"

#include <QList>
#include <QString>

#include <optional>

namespace limpid {

// What a guard decided, in the window's language.

/// Why another result than the adapted model's is shown, as a sentence; empty where it is the adapted model's, or
/// nobody decided.
QString guardWords(const std::optional<GuardVerdict>& verdict);

/// What stands over the result of `model`: its name, and whose result it is where that is another's.
QString guardedName(const QString& model, const std::optional<GuardVerdict>& verdict);

/// Whose result is shown, for a cell of a table or a choice.
QString guardChoiceWords(GuardChoice choice);

/// Why the adapted model's result is shown or is not, as a sentence without numbers.
QString guardReason(const GuardRecord& record);

/// How often which result is shown, in one sentence. `photographs` is not empty.
QString guardSummary(const QList<GuardRecord>& photographs);

} // namespace limpid
