// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"

#include <QAbstractTableModel>

namespace limpid {

/// What was done, a row for each event.
class ClinicEventList : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TimeColumn, ActionColumn, PhotographColumn, ClinicColumn, DetailColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setEvents(const QList<ClinicEvent>& events);
    const ClinicEvent& event(int row) const { return m_events[row]; }
    /// Tells the views that all words are others now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    static QString textOf(const ClinicEvent& event, int column);

    QList<ClinicEvent> m_events;
};

} // namespace limpid
