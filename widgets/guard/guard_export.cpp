// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_export.h"

#include "common/csv_cell.h"

namespace limpid {

QByteArray guardAsCsv(const QList<GuardRecord>& photographs) {
    QByteArray table = "name,used,forecast_db,p_good_original,p_good_source,p_good_adapted,reason\r\n";
    for (const auto& [name, verdict, recorded] : photographs) {
        const auto choice = guardChoiceName(verdict.choice);
        const auto reason = recorded.isEmpty() ? QString::fromStdString(verdict.sentence()) : recorded;
        const QByteArrayList cells{csvCell(name),
                                   QByteArray(choice.data(), static_cast<qsizetype>(choice.size())),
                                   csvCell(verdict.forecast),
                                   csvCell(verdict.goodOriginal),
                                   csvCell(verdict.goodSource),
                                   csvCell(verdict.goodAdapted),
                                   csvCell(reason)};
        table += cells.join(',') + "\r\n";
    }
    return table;
}

} // namespace limpid
