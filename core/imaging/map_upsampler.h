// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <vector>

namespace limpid {

/// Catmull-Rom interpolation along one axis, from `from` samples to `to` samples over the same length (pixel centres at
/// halves, edges repeated): four neighbours and their weights for each target sample.
class CubicAxis {
public:
    CubicAxis(int from, int to);

    struct Tap {
        std::array<int, 4> index;
        std::array<float, 4> weight;
    };
    const Tap& at(int target) const { return m_taps[static_cast<std::size_t>(target)]; }

private:
    std::vector<Tap> m_taps;
};

/// Reads a small square map at native resolution, a strip of rows at a time, so that the large map never exists.
/// The object is immutable after construction; threads each have their own Strip.
class MapUpsampler {
public:
    /// `map` is CV_32FC1 or CV_32FC3 and square; it is stretched over `square` (native pixels), of which only `columns`
    /// (a range of native x inside the square) will be asked for.
    MapUpsampler(const cv::Mat& map, const cv::Rect& square, const cv::Range& columns);

    /// The map's rows that a strip of native rows needs, already stretched along x.
    class Strip {
    public:
        /// `rows` is a range of native y inside the square.
        Strip(const MapUpsampler& source, const cv::Range& rows);
        /// Writes row `y`: columns.size() * channels floats, channels interleaved.
        void readRow(int y, float* out) const;

    private:
        const MapUpsampler& m_source;
        int m_firstMapRow = 0;
        cv::Mat m_stretched;
    };

private:
    cv::Mat m_map;
    cv::Rect m_square;
    cv::Range m_columns;
    CubicAxis m_axis;
};

/// Changes `map` (CV_32F) so that its Catmull-Rom enlargement by `scale`, averaged back over scale x scale pixels,
/// gives the old map again (to about 2 % of its finest pattern). Scales of 1 and below change nothing.
void sharpenForUpsampling(cv::Mat& map, double scale);

} // namespace limpid
