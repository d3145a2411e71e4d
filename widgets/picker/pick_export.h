// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "picker/pseudo_label_record.h"

#include <QByteArray>

#include <vector>

namespace limpid {

/// What decisions can be exported as.
enum class PickFormat { Csv, Json };

/// A table with one line a pseudo-label (RFC 4180, UTF-8, decimal points whatever the locale); thumbnails are left out.
QByteArray picksAsCsv(const std::vector<PseudoLabelRecord>& records);

/// The same as a JSON array of objects.
QByteArray picksAsJson(const std::vector<PseudoLabelRecord>& records);

} // namespace limpid
