// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSortFilterProxyModel>
#include <QString>

namespace limpid {

/// What of a ClinicEventList is shown; in its order.
class ClinicEventFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { All, Clinic, Photographs };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// The clinic itself with its runs and models, its photographs, or both.
    void setShow(Show show);
    /// Rows of photographs whose name, or the name that they were written as, holds the text, whatever its case. Empty:
    /// all rows.
    void setPhotograph(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Show m_show = Show::All;
    QString m_photograph;
};

} // namespace limpid
