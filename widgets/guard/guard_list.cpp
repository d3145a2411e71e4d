// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_list.h"

#include "guard/guard_words.h"

#include <QLocale>

#include <cmath>
#include <limits>

namespace limpid {

namespace {

bool isNumber(int column) {
    return column >= GuardList::ForecastColumn && column <= GuardList::AdaptedColumn;
}

/// dB in the column of the forecast, else p(good).
double numberOf(const GuardRecord& record, int column) {
    switch (column) {
    case GuardList::ForecastColumn:
        return record.verdict.forecast;
    case GuardList::OriginalColumn:
        return record.verdict.goodOriginal;
    case GuardList::SourceColumn:
        return record.verdict.goodSource;
    default:
        return record.verdict.goodAdapted;
    }
}

QString numberWords(const GuardRecord& record, int column) {
    const double value = numberOf(record, column);
    if (!std::isfinite(value))
        return QStringLiteral("\u2013");
    const QLocale locale;
    if (column != GuardList::ForecastColumn)
        return GuardList::tr("%1 %").arg(locale.toString(100.0 * value, 'f', 1));
    const auto digits = locale.toString(std::abs(value), 'f', 1);
    const bool none = std::abs(value) < 0.05;
    return GuardList::tr("%1 dB").arg(none        ? digits
                                      : value < 0 ? QStringLiteral("\u2212") + digits
                                                  : QStringLiteral("+") + digits);
}

QString textOf(const GuardRecord& record, int column) {
    switch (column) {
    case GuardList::NameColumn:
        return record.name;
    case GuardList::ChoiceColumn:
        return guardChoiceWords(record.verdict.choice);
    case GuardList::ReasonColumn:
        return guardReason(record);
    default:
        return numberWords(record, column);
    }
}

QVariant sortValueOf(const GuardRecord& record, int column) {
    if (column == GuardList::ChoiceColumn)
        return static_cast<double>(record.verdict.choice);
    if (!isNumber(column))
        return textOf(record, column);
    // What is no number has no place among numbers.
    const double value = numberOf(record, column);
    return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
}

} // namespace

void GuardList::setPhotographs(const QList<GuardRecord>& photographs) {
    beginResetModel();
    m_photographs = photographs;
    endResetModel();
}

void GuardList::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_photographs.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int GuardList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_photographs.size());
}

int GuardList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant GuardList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& record = m_photographs[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(record, index.column());
    case Qt::TextAlignmentRole:
        return QVariant((isNumber(index.column()) ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return guardReason(record);
    case Qt::AccessibleTextRole:
        return index.column() == NameColumn
                   ? tr("%1: %2. %3").arg(record.name, guardChoiceWords(record.verdict.choice), guardReason(record))
                   : textOf(record, index.column());
    case SortRole:
        return sortValueOf(record, index.column());
    case AdaptedRole:
        return record.verdict.choice == GuardChoice::Adapted;
    default:
        return {};
    }
}

QVariant GuardList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::TextAlignmentRole)
        return QVariant((isNumber(section) ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) {
        if (section == ForecastColumn)
            return tr("What the adapted model is expected to gain over the source model, in dB: an estimate whose "
                      "level is rather too high, so that up to %1 dB counts as no gain")
                .arg(QLocale().toString(GuardLimits().leastForecast, 'f', 1));
        if (section == ChoiceColumn)
            return tr("The source model is the one that the run began with");
        if (isNumber(section))
            return tr("The quality judge's probability that it is good");
    }
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Photograph");
    case ChoiceColumn:
        return tr("Result shown");
    case ForecastColumn:
        return tr("Expected\ngain");
    case OriginalColumn:
        return tr("p(good)\nas taken");
    case SourceColumn:
        return tr("p(good)\nsource");
    case AdaptedColumn:
        return tr("p(good)\nadapted");
    case ReasonColumn:
        return tr("Why");
    default:
        return {};
    }
}

} // namespace limpid
