// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"

#include <QByteArray>
#include <QList>

namespace limpid {

/// A table with one line a photograph (RFC 4180, UTF-8). Choices are named as in records and reasons are English, so
/// that tables made in any language can be put together.
QByteArray guardAsCsv(const QList<GuardRecord>& photographs);

} // namespace limpid
