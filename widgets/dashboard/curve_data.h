// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace limpid {

/// One measured value of a run.
struct CurvePoint {
    std::int64_t step = 0;
    double seconds = 0.0;  ///< Since the run began.
    double value = 0.0;    ///< NaN where there was nothing to measure.
    double smoothed = 0.0; ///< NaN where `value` is.
};

/// What a run goes along: its steps or its clock.
enum class CurveAxis { Step, Time };

/// The points of one curve in the order in which they were measured, with an exponential mean whose bias towards zero
/// is taken out, so that it begins at the first value.
class CurveData {
public:
    /// Share of the mean that a point keeps of the points before it.
    static constexpr double decay = 0.9;

    /// Values that are not finite are kept as NaN and leave the mean alone. Returns the point as it was kept.
    const CurvePoint& add(std::int64_t step, double seconds, double value);
    void clear();

    const std::vector<CurvePoint>& points() const { return m_points; }
    /// The point nearest to a step or to a second; none without points.
    const CurvePoint* nearest(CurveAxis axis, double key) const;

    /// A point's place on an axis.
    static double keyOf(const CurvePoint& point, CurveAxis axis);

private:
    std::vector<CurvePoint> m_points;
    double m_mean = 0.0;
    double m_weight = 0.0;
};

} // namespace limpid
