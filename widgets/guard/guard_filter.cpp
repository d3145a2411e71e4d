// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_filter.h"

#include "guard/guard_list.h"

namespace limpid {

GuardFilter::GuardFilter(QObject* parent)
    : NaturalFilter(parent) {
    setSortRole(GuardList::SortRole);
}

void GuardFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

bool GuardFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto name = sourceModel()->index(row, GuardList::NameColumn, parent);
    if (m_show == Show::NotAdapted && name.data(GuardList::AdaptedRole).toBool())
        return false;
    return holdsText({name.data().toString(), name.siblingAtColumn(GuardList::ReasonColumn).data().toString()});
}

} // namespace limpid
