// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "common/natural_filter.h"

namespace limpid {

/// What of a PseudoLabelModel is shown, and in which order: names in natural order, numbers by their size.
class PseudoLabelFilter : public NaturalFilter {
    Q_OBJECT

public:
    enum class Show { All, Accepted, Rejected, Changed };

    explicit PseudoLabelFilter(QObject* parent = nullptr);

    /// Accepted and rejected are the picker's own words; Changed: decided otherwise than in the epoch before.
    void setShow(Show show);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Show m_show = Show::All;
};

} // namespace limpid
