// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/natural_filter.h"

#include <algorithm>

namespace limpid {

NaturalFilter::NaturalFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_order(QLocale(QLocale::English)) { // in the C locale digits would not be taken for numbers
    m_order.setNumericMode(true);
    m_order.setCaseSensitivity(Qt::CaseInsensitive);
}

void NaturalFilter::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

bool NaturalFilter::holdsText(const QStringList& texts) const {
    return std::any_of(texts.begin(), texts.end(),
                       [this](const QString& text) { return text.contains(m_text, Qt::CaseInsensitive); });
}

bool NaturalFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto one = left.data(sortRole());
    const auto other = right.data(sortRole());
    if (one.typeId() == QMetaType::QString)
        return m_order.compare(one.toString(), other.toString()) < 0;
    return one.toDouble() < other.toDouble();
}

} // namespace limpid
