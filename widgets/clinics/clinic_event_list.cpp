// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_event_list.h"

#include "clinics/clinic_words.h"

namespace limpid {

void ClinicEventList::setEvents(const QList<ClinicEvent>& events) {
    beginResetModel();
    m_events = events;
    endResetModel();
}

void ClinicEventList::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_events.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ClinicEventList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_events.size());
}

int ClinicEventList::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClinicEventList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& event = m_events[index.row()];
    const bool mayBeCut = index.column() == PhotographColumn || index.column() == DetailColumn;
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && mayBeCut))
        return textOf(event, index.column());
    return {};
}

QVariant ClinicEventList::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case TimeColumn:
        return tr("When");
    case ActionColumn:
        return tr("What was done");
    case PhotographColumn:
        return tr("Photograph");
    case ClinicColumn:
        return tr("Clinic");
    case DetailColumn:
        return tr("Details");
    default:
        return {};
    }
}

QString ClinicEventList::textOf(const ClinicEvent& event, int column) {
    switch (column) {
    case TimeColumn:
        return timeWords(event.time);
    case ActionColumn:
        return eventWords(event);
    case PhotographColumn:
        return event.photograph;
    case ClinicColumn:
        return event.clinic;
    case DetailColumn:
        return eventDetail(event);
    default:
        return {};
    }
}

} // namespace limpid
