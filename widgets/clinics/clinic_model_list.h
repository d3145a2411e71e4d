// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "clinics/clinic_records.h"

#include <QAbstractTableModel>

namespace limpid {

/// The adapted models of one clinic, a row for each.
class ClinicModelList : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NumberColumn, StateColumn, MadeColumn, ProbeColumn, ParentColumn, HashColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setModels(const QList<ClinicModelItem>& models);
    const ClinicModelItem& model(int row) const { return m_models[row]; }
    /// Tells the views that all words are others now.
    void retranslate();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const ClinicModelItem& model, int column) const;
    QString parentOf(const ClinicModelItem& model) const;

    QList<ClinicModelItem> m_models;
};

} // namespace limpid
