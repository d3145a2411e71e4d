// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/axis_scale.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace limpid {

namespace {

constexpr double wantedSteps = 5.0;

/// The next of 1, 2, 2.5 and 5 times a power of ten from `step` on; a whole number where things are counted.
double roundStep(double step, AxisScale::Kind kind) {
    const bool whole = kind == AxisScale::Kind::Counted;
    if (whole && step <= 1.0)
        return 1.0;
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (whole && factor * power != std::round(factor * power))
            continue;
        if (factor * power >= step * (1.0 - 1e-9))
            return factor * power;
    }
    return 10.0 * power;
}

} // namespace

AxisScale::AxisScale(double low, double high, Kind kind)
    : m_low(std::min(low, high))
    , m_high(std::max(low, high)) {
    const double least = std::max(1e-9, 1e-6 * std::max(std::abs(m_low), std::abs(m_high)));
    if (m_high - m_low < least) {
        const double half = kind == Kind::Counted ? 1.0 : std::max(least, 0.05 * std::abs(m_low));
        m_low -= half;
        m_high += half;
    }
    m_step = roundStep((m_high - m_low) / wantedSteps, kind);
    if (kind == Kind::Measured) {
        m_low = std::floor(m_low / m_step + 1e-9) * m_step;
        m_high = std::ceil(m_high / m_step - 1e-9) * m_step;
    }
}

std::optional<std::pair<AxisScale, AxisScale>> AxisScale::around(const std::vector<ReportSeries>& series) {
    constexpr double far = std::numeric_limits<double>::infinity();
    double lowX = far, highX = -far, lowY = far, highY = -far;
    for (const auto& one : series) {
        for (const auto& point : one.points) {
            if (!std::isfinite(point.x) || !std::isfinite(point.y))
                continue;
            lowX = std::min(lowX, point.x);
            highX = std::max(highX, point.x);
            lowY = std::min(lowY, point.y);
            highY = std::max(highY, point.y);
        }
    }
    if (lowX > highX)
        return std::nullopt;
    return std::pair(AxisScale(lowX, highX, Kind::Counted), AxisScale(lowY, highY, Kind::Measured));
}

std::vector<double> AxisScale::ticks() const {
    std::vector<double> values;
    const double first = std::ceil(m_low / m_step - 1e-9);
    const double last = std::floor(m_high / m_step + 1e-9);
    for (double i = first; i <= last; i += 1.0)
        values.push_back(i * m_step + 0.0); // no minus zero
    return values;
}

std::string AxisScale::label(double tick) const {
    for (int decimals = 0; decimals < 9; ++decimals) {
        const double scaled = m_step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < 1e-6 * scaled)
            return fmt::format("{:.{}f}", tick, decimals);
    }
    return fmt::format("{:g}", tick);
}

} // namespace limpid
