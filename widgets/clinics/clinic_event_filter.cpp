// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics/clinic_event_filter.h"

#include "clinics/clinic_event_list.h"

namespace limpid {

void ClinicEventFilter::setShow(Show show) {
    m_show = show;
    invalidateFilter();
}

void ClinicEventFilter::setPhotograph(const QString& text) {
    m_photograph = text.trimmed();
    invalidateFilter();
}

bool ClinicEventFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    if (parent.isValid())
        return false;
    const auto& event = static_cast<const ClinicEventList*>(sourceModel())->event(row);
    const bool ofPhotograph = event.kind == ClinicEvent::Kind::Photograph;
    if (m_show != Show::All && ofPhotograph != (m_show == Show::Photographs))
        return false;
    return m_photograph.isEmpty() || event.photograph.contains(m_photograph, Qt::CaseInsensitive) ||
           event.result.contains(m_photograph, Qt::CaseInsensitive);
}

} // namespace limpid
