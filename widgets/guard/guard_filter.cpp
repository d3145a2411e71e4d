// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_filter.h"

#include "guard/guard_list.h"

namespace limpid {

GuardFilter::GuardFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_order(QLocale(QLocale::English)) { // in the C locale digits would not be taken for numbers
    m_order.setNumericMode(true);
    m_order.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(GuardList::SortRole);
}

void GuardFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

void GuardFilter::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

bool GuardFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto name = sourceModel()->index(row, GuardList::NameColumn, parent);
    if (m_show == Show::NotAdapted && name.data(GuardList::AdaptedRole).toBool())
        return false;
    const auto reason = name.siblingAtColumn(GuardList::ReasonColumn).data().toString();
    return name.data().toString().contains(m_text, Qt::CaseInsensitive) || reason.contains(m_text, Qt::CaseInsensitive);
}

bool GuardFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto one = left.data(sortRole());
    const auto other = right.data(sortRole());
    if (one.typeId() == QMetaType::QString)
        return m_order.compare(one.toString(), other.toString()) < 0;
    return one.toDouble() < other.toDouble();
}

} // namespace limpid
