// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"

#include <QAbstractTableModel>

namespace limpid {

/// All clinics, a row for each.
class ClinicListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, ModelsColumn, PhotographsColumn, InUseColumn, LastRunColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setClinics(const QList<ClinicItem>& clinics);
    const ClinicItem& clinic(int row) const { return m_clinics[row]; }
    /// -1 where there is none of this name.
    int rowOf(const QString& name) const;
    /// Tells the views that all words are others now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const ClinicItem& clinic, int column);

    QList<ClinicItem> m_clinics;
};

} // namespace limpid
