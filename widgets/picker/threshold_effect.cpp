// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/threshold_effect.h"

namespace limpid {

ThresholdEffect::ThresholdEffect(const std::vector<PseudoLabelRecord>& records, const PickThresholds& thresholds) {
    for (const auto& record : records) {
        if (record.byHand != PickOverride::None)
            continue;
        const bool would = wouldAccept(record, thresholds);
        m_newlyAccepted += would && !record.accepted ? 1 : 0;
        m_newlyRejected += !would && record.accepted ? 1 : 0;
    }
}

bool ThresholdEffect::wouldAccept(const PseudoLabelRecord& record, const PickThresholds& thresholds) {
    return record.qualityAccepts(thresholds.quality) && record.structureAccepts(thresholds.structure);
}

} // namespace limpid
