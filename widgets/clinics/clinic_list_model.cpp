// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_list_model.h"

#include "clinics/clinic_words.h"

#include <QLocale>

#include <algorithm>

namespace limpid {

void ClinicListModel::setClinics(const QList<ClinicItem>& clinics) {
    beginResetModel();
    m_clinics = clinics;
    endResetModel();
}

int ClinicListModel::rowOf(const QString& name) const {
    const auto found = std::find_if(m_clinics.begin(), m_clinics.end(),
                                    [&name](const ClinicItem& clinic) { return clinic.name == name; });
    return found == m_clinics.end() ? -1 : static_cast<int>(found - m_clinics.begin());
}

void ClinicListModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_clinics.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int ClinicListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_clinics.size());
}

int ClinicListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClinicListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto& clinic = m_clinics[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(clinic, index.column());
    case Qt::ToolTipRole:
        return index.column() == StateColumn || index.column() == NameColumn ? textOf(clinic, index.column())
                                                                             : QVariant();
    default:
        return {};
    }
}

QVariant ClinicListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case NameColumn:
        return tr("Clinic");
    case StateColumn:
        return tr("State");
    case ModelsColumn:
        return tr("Models");
    case InUseColumn:
        return tr("Model in use, made");
    case LastRunColumn:
        return tr("Last run");
    case PhotographsColumn:
        return tr("Photographs enhanced");
    default:
        return {};
    }
}

QString ClinicListModel::textOf(const ClinicItem& clinic, int column) {
    switch (column) {
    case NameColumn:
        return clinic.name;
    case StateColumn:
        return clinicStateWords(clinic);
    case ModelsColumn:
        return QLocale().toString(clinic.models);
    case InUseColumn:
        return timeWords(clinic.modelMade);
    case LastRunColumn:
        return timeWords(clinic.lastRun);
    case PhotographsColumn:
        return QLocale().toString(clinic.photographs);
    default:
        return {};
    }
}

} // namespace limpid
