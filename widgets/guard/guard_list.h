// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"

#include <QAbstractTableModel>

namespace limpid {

/// What a guard decided for the photographs of one run, a row for each, in the run's order.
class GuardList : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        ChoiceColumn,
        ForecastColumn,
        OriginalColumn,
        SourceColumn,
        AdaptedColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Role {
        SortRole = Qt::UserRole + 1, ///< Numbers as double, texts as QString.
        AdaptedRole,                 ///< bool: the adapted model's result is shown.
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setPhotographs(const QList<GuardRecord>& photographs);
    const QList<GuardRecord>& photographs() const { return m_photographs; }
    /// Tells the views that all words are others now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<GuardRecord> m_photographs;
};

} // namespace limpid
