// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_data.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace limpid {

const CurvePoint& CurveData::add(std::int64_t step, double seconds, double value) {
    constexpr double nothing = std::numeric_limits<double>::quiet_NaN();
    if (!std::isfinite(value))
        return m_points.emplace_back(CurvePoint{step, seconds, nothing, nothing});
    m_mean = decay * m_mean + (1.0 - decay) * value;
    m_weight = decay * m_weight + (1.0 - decay);
    return m_points.emplace_back(CurvePoint{step, seconds, value, m_mean / m_weight});
}

void CurveData::clear() {
    *this = CurveData();
}

const CurvePoint* CurveData::nearest(CurveAxis axis, double key) const {
    if (m_points.empty())
        return nullptr;
    const auto after =
        std::lower_bound(m_points.begin(), m_points.end(), key,
                         [axis](const auto& point, double wanted) { return keyOf(point, axis) < wanted; });
    if (after == m_points.begin())
        return &m_points.front();
    if (after == m_points.end())
        return &m_points.back();
    const auto before = std::prev(after);
    return key - keyOf(*before, axis) <= keyOf(*after, axis) - key ? &*before : &*after;
}

double CurveData::keyOf(const CurvePoint& point, CurveAxis axis) {
    return axis == CurveAxis::Step ? static_cast<double>(point.step) : point.seconds;
}

} // namespace limpid
