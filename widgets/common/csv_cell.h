// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace limpid {

// Cells of a table as a file (RFC 4180, UTF-8), the same in every language.

/// The text, in quotes where it has to be.
QByteArray csvCell(const QString& text);
/// Nine digits at most and a decimal point; empty for what is no finite number.
QByteArray csvCell(double value);

} // namespace limpid
