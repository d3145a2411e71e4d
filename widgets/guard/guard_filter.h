// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QString>

namespace limpid {

/// What of a GuardList is shown, and in which order: names in natural order, numbers by their size, equal ones in the
/// list's order.
class GuardFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Show { All, NotAdapted };

    explicit GuardFilter(QObject* parent = nullptr);

    void setShow(Show show);
    /// Rows whose name or reason holds the text, whatever its case.
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    Show m_show = Show::All;
    QString m_text;
    QCollator m_order;
};

} // namespace limpid
