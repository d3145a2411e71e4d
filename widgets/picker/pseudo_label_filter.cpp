// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/pseudo_label_filter.h"

#include "picker/pseudo_label_model.h"

namespace limpid {

PseudoLabelFilter::PseudoLabelFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_order(QLocale(QLocale::English)) { // in the C locale digits would not be taken for numbers
    m_order.setNumericMode(true);
    m_order.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(PseudoLabelModel::SortRole);
}

void PseudoLabelFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

void PseudoLabelFilter::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

bool PseudoLabelFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto name = sourceModel()->index(row, PseudoLabelModel::NameColumn, parent);
    const bool accepted = name.data(PseudoLabelModel::AcceptedRole).toBool();
    if ((m_show == Show::Accepted && !accepted) || (m_show == Show::Rejected && accepted))
        return false;
    if (m_show == Show::Changed && !name.data(PseudoLabelModel::ChangedRole).toBool())
        return false;
    const auto reason = name.siblingAtColumn(PseudoLabelModel::ReasonColumn).data().toString();
    return name.data().toString().contains(m_text, Qt::CaseInsensitive) || reason.contains(m_text, Qt::CaseInsensitive);
}

bool PseudoLabelFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto one = left.data(sortRole());
    const auto other = right.data(sortRole());
    if (one.typeId() == QMetaType::QString)
        return m_order.compare(one.toString(), other.toString()) < 0;
    return one.toDouble() < other.toDouble();
}

} // namespace limpid
