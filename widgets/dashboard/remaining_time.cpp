// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/remaining_time.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace limpid {

void RemainingTime::add(std::int64_t step, std::int64_t totalSteps, double elapsedSeconds) {
    if (m_last && step <= m_last->number)
        *this = RemainingTime();
    if (m_last && !m_interrupted)
        addGap(step - m_last->number, elapsedSeconds - m_last->seconds);
    m_last = Step{step, elapsedSeconds};
    m_total = totalSteps;
    m_interrupted = false;
}

void RemainingTime::interrupt() {
    m_interrupted = true;
}

std::optional<double> RemainingTime::seconds() const {
    if (m_counted < firstSteps)
        return std::nullopt;
    const double perStep = medianStep() + m_between / static_cast<double>(m_counted);
    return std::max(0.0, perStep * static_cast<double>(m_total - m_last->number));
}

void RemainingTime::addGap(std::int64_t steps, double seconds) {
    const double perStep = seconds / static_cast<double>(steps);
    const double usual = m_recent.empty() ? perStep : medianStep();
    if (perStep <= longStep * usual) {
        m_lastExcess = 0.0;
    } else if (m_lastExcess > 0.0) {
        // Long twice running: the steps themselves have become slow, and nothing stood between them.
        m_between -= std::exchange(m_lastExcess, 0.0);
    } else {
        m_lastExcess = seconds - usual * static_cast<double>(steps);
        m_between += m_lastExcess;
    }
    m_counted += steps;
    m_recent.push_back(perStep);
    if (m_recent.size() > window)
        m_recent.pop_front();
}

double RemainingTime::medianStep() const {
    std::vector<double> sorted(m_recent.begin(), m_recent.end());
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), middle, sorted.end());
    return *middle;
}

} // namespace limpid
