// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/csv_cell.h"

#include <cmath>

namespace limpid {

QByteArray csvCell(const QString& text) {
    auto bytes = text.toUtf8();
    if (!bytes.contains(',') && !bytes.contains('"') && !bytes.contains('\n') && !bytes.contains('\r'))
        return bytes;
    bytes.replace("\"", "\"\"");
    return '"' + bytes + '"';
}

QByteArray csvCell(double value) {
    return std::isfinite(value) ? QByteArray::number(value, 'g', 9) : QByteArray();
}

} // namespace limpid
