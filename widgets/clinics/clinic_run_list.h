// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"

#include <QAbstractTableModel>

namespace limpid {

/// The adaptations of one clinic, a row for each.
class ClinicRunList : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { StartedColumn, OutcomeColumn, ProbeColumn, FormColumn, PhotographsColumn, ReasonColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRuns(const QList<ClinicRunItem>& runs);
    /// `row` lies within the rows.
    const ClinicRunItem& run(int row) const { return m_runs[row]; }
    /// Everything that is known of a run, in lines.
    QString detail(int row) const;
    /// Tells the views that all words are others now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const ClinicRunItem& run, int column);

    QList<ClinicRunItem> m_runs;
};

} // namespace limpid
