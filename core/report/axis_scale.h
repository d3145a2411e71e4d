// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "report/report_document.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

/// One axis of a chart: from where to where it goes, and the round numbers on it.
class AxisScale {
public:
    enum class Kind {
        Counted,  ///< Steps or epochs: whole numbers, and no room beyond the first and the last.
        Measured, ///< Widened to round numbers.
    };

    /// From `low` to `high`, both finite; in any case wider than 0.
    AxisScale(double low, double high, Kind kind);

    /// The horizontal and the vertical axis around all points that are numbers; none where there are none.
    static std::optional<std::pair<AxisScale, AxisScale>> around(const std::vector<ReportSeries>& series);

    /// 0 at the low end, 1 at the high one.
    double position(double value) const { return (value - m_low) / (m_high - m_low); }
    /// The round numbers on it, 2 to 8, rising.
    std::vector<double> ticks() const;
    /// A tick in words, with as many decimals as tell it from its neighbours.
    std::string label(double tick) const;

private:
    double m_low;
    double m_high;
    double m_step;
};

} // namespace limpid
