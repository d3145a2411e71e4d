// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/run_guard.h"

namespace limpid {

namespace {

/// Counts epochs in a row.
void count(int& epochs, bool wrong) {
    epochs = wrong ? epochs + 1 : 0;
}

} // namespace

std::optional<AdaptationVerdict> RunGuard::look(const AdaptationEpoch& epoch) {
    if (epoch.epoch == 0)
        return std::nullopt; // the source model itself
    m_gained = m_gained || epoch.kept;
    count(m_unaccepted, epoch.accepted < m_limits.leastAccepted);
    count(m_flat, epoch.contrast < m_limits.leastContrast);
    count(m_far, epoch.likeness < m_limits.leastLikeness);
    ++m_withoutGain;
    if (m_unaccepted >= m_limits.patience)
        return AdaptationVerdict::AcceptsNoMore;
    if (m_flat >= m_limits.patience)
        return AdaptationVerdict::BecameFlat;
    if (m_far >= m_limits.patience)
        return AdaptationVerdict::DriftedAway;
    if (!m_gained && m_withoutGain >= m_limits.hopeless)
        return AdaptationVerdict::NoGain;
    return std::nullopt;
}

} // namespace limpid
