// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/natural_filter.h"

namespace limpid {

/// What of a GuardList is shown, and in which order: names in natural order, numbers by their size, equal ones in the
/// list's order.
class GuardFilter : public NaturalFilter {
    Q_OBJECT

public:
    enum class Show { All, NotAdapted };

    explicit GuardFilter(QObject* parent = nullptr);

    void setShow(Show show);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Show m_show = Show::All;
};

} // namespace limpid
