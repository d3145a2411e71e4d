// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/pick_thresholds.h"
#include "picker/pseudo_label_record.h"

#include <vector>

namespace limpid {

/// What other thresholds would change about the decisions of an epoch. Pseudo-labels that a person decided on stay as
/// they are.
class ThresholdEffect {
public:
    ThresholdEffect() = default;
    ThresholdEffect(const std::vector<PseudoLabelRecord>& records, const PickThresholds& thresholds);

    /// The picker's rule: good is the strongest class and above its threshold, and the structure score is not above
    /// its own. A judge that was not asked refuses nothing.
    static bool wouldAccept(const PseudoLabelRecord& record, const PickThresholds& thresholds);

    int newlyAccepted() const { return m_newlyAccepted; }
    int newlyRejected() const { return m_newlyRejected; }

private:
    int m_newlyAccepted = 0;
    int m_newlyRejected = 0;
};

} // namespace limpid
