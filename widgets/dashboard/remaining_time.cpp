// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/remaining_time.h"

#include <algorithm>

namespace limpid {

void RemainingTime::add(std::int64_t step, std::int64_t totalSteps, double elapsedSeconds) {
    if (!m_recent.empty() && step <= m_recent.back().first)
        m_recent.clear();
    if (m_recent.empty())
        m_first = step;
    m_recent.emplace_back(step, elapsedSeconds);
    if (m_recent.size() > window)
        m_recent.pop_front();
    m_total = totalSteps;
}

std::optional<double> RemainingTime::seconds() const {
    if (m_recent.empty() || m_recent.back().first - m_first < firstSteps)
        return std::nullopt;
    const auto& [oldStep, oldSeconds] = m_recent.front();
    const auto& [newStep, newSeconds] = m_recent.back();
    const double perStep = (newSeconds - oldSeconds) / static_cast<double>(newStep - oldStep);
    return std::max(0.0, perStep * static_cast<double>(m_total - newStep));
}

} // namespace limpid
