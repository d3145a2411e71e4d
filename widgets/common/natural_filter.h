// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QString>
#include <QStringList>

namespace limpid {

/// A filter and order of rows: texts in natural order, where digits count as numbers, and numbers by their size, both
/// by the sort role. What it filters by, besides a text that a person types, is for its heirs to say.
class NaturalFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit NaturalFilter(QObject* parent = nullptr);

    /// Only rows that hold the text, whatever its case and the spaces around it. Empty: all.
    void setText(const QString& text);

protected:
    /// Whether one of these texts of a row holds the one that was typed.
    bool holdsText(const QStringList& texts) const;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QString m_text;
    QCollator m_order;
};

} // namespace limpid
