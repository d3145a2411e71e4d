// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_run_list.h"

#include "clinics/clinic_words.h"
#include "common/duration_text.h"
#include "guard/guard_words.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace limpid {

void ClinicRunList::setRuns(const QList<ClinicRunItem>& runs) {
    beginResetModel();
    m_runs = runs;
    endResetModel();
}

void ClinicRunList::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_runs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ClinicRunList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int ClinicRunList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClinicRunList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& run = m_runs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(run, index.column());
    case Qt::ToolTipRole:
        return detail(index.row());
    default:
        return {};
    }
}

QVariant ClinicRunList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case StartedColumn:
        return tr("Begun");
    case OutcomeColumn:
        return tr("Outcome");
    case ProbeColumn:
        return tr("PSNR on the clinic probe");
    case FormColumn:
        return tr("Form");
    case PhotographsColumn:
        return tr("Photographs");
    case ReasonColumn:
        return tr("As recorded");
    default:
        return {};
    }
}

QString ClinicRunList::textOf(const ClinicRunItem& run, int column) {
    switch (column) {
    case StartedColumn:
        return timeWords(run.started);
    case OutcomeColumn:
        return runEndWords(run.end);
    case ProbeColumn:
        return probeWords(run.probe);
    case FormColumn:
        return formWords(run.form);
    case PhotographsColumn:
        return run.photographs > 0 ? QLocale().toString(run.photographs) : QStringLiteral("\u2013");
    case ReasonColumn:
        return run.reason;
    default:
        return {};
    }
}

QString ClinicRunList::detail(int row) const {
    const auto& run = m_runs[row];
    QStringList facts{tr("Run %1, seed %2").arg(QString::number(run.id), run.seed)};
    if (run.ended.isValid()) {
        const auto seconds = static_cast<double>(std::max<qint64>(0, run.started.secsTo(run.ended)));
        facts << tr("ended %1, after %2").arg(timeWords(run.ended), durationText(seconds));
    }
    if (run.epochs > 0)
        facts << tr("%n epoch(s)", nullptr, run.epochs);
    if (!run.device.isEmpty())
        facts << run.device;
    QStringList lines{facts.join(QStringLiteral(" \u00b7 "))};
    if (!run.reason.isEmpty())
        lines << run.reason;
    if (!run.guarded.isEmpty())
        lines << guardSummary(run.guarded);
    else if (run.end == ClinicRunEnd::Adapted)
        lines << tr("Whose result is shown for which photograph is not on record for this run.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace limpid
