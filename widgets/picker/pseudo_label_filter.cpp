// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pseudo_label_filter.h"

#include "picker/pseudo_label_model.h"

namespace limpid {

PseudoLabelFilter::PseudoLabelFilter(QObject* parent)
    : NaturalFilter(parent) {
    setSortRole(PseudoLabelModel::SortRole);
}

void PseudoLabelFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

bool PseudoLabelFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto name = sourceModel()->index(row, PseudoLabelModel::NameColumn, parent);
    const bool accepted = name.data(PseudoLabelModel::AcceptedRole).toBool();
    if ((m_show == Show::Accepted && !accepted) || (m_show == Show::Rejected && accepted))
        return false;
    if (m_show == Show::Changed && !name.data(PseudoLabelModel::ChangedRole).toBool())
        return false;
    return holdsText({name.data().toString(), name.siblingAtColumn(PseudoLabelModel::ReasonColumn).data().toString()});
}

} // namespace limpid
