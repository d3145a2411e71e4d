// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/map_upsampler.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

/// Keys' cubic with a = -1/2, which reproduces straight lines (OpenCV's own, with a = -3/4, does not).
double catmullRom(double x) {
    x = std::abs(x);
    if (x < 1)
        return (1.5 * x - 2.5) * x * x + 1;
    if (x < 2)
        return ((-0.5 * x + 2.5) * x - 4) * x + 2;
    return 0;
}

} // namespace

CubicAxis::CubicAxis(int from, int to)
    : m_taps(static_cast<std::size_t>(to)) {
    for (int target = 0; target < to; ++target) {
        const double at = (target + 0.5) * from / to - 0.5;
        const int base = static_cast<int>(std::floor(at));
        Tap& tap = m_taps[static_cast<std::size_t>(target)];
        for (int k = 0; k < 4; ++k) {
            const auto slot = static_cast<std::size_t>(k);
            tap.index[slot] = std::clamp(base - 1 + k, 0, from - 1);
            tap.weight[slot] = static_cast<float>(catmullRom(at - (base - 1 + k)));
        }
    }
}

MapUpsampler::MapUpsampler(const cv::Mat& map, const cv::Rect& square, const cv::Range& columns)
    : m_map(map)
    , m_square(square)
    , m_columns(columns)
    , m_axis(map.cols, square.width) {}

MapUpsampler::Strip::Strip(const MapUpsampler& source, const cv::Range& rows)
    : m_source(source) {
    const CubicAxis& axis = source.m_axis;
    m_firstMapRow = axis.at(rows.start - source.m_square.y).index.front();
    const int lastMapRow = axis.at(rows.end - 1 - source.m_square.y).index.back();
    const int channels = source.m_map.channels();
    m_stretched.create(lastMapRow - m_firstMapRow + 1, source.m_columns.size() * channels, CV_32F);
    for (int row = 0; row < m_stretched.rows; ++row) {
        const float* in = source.m_map.ptr<float>(m_firstMapRow + row);
        float* out = m_stretched.ptr<float>(row);
        for (int x = source.m_columns.start; x < source.m_columns.end; ++x) {
            const CubicAxis::Tap& tap = axis.at(x - source.m_square.x);
            for (int channel = 0; channel < channels; ++channel) {
                float sum = 0;
                for (std::size_t k = 0; k < 4; ++k)
                    sum += tap.weight[k] * in[tap.index[k] * channels + channel];
                *out++ = sum;
            }
        }
    }
}

void MapUpsampler::Strip::readRow(int y, float* out) const {
    const CubicAxis::Tap& tap = m_source.m_axis.at(y - m_source.m_square.y);
    const float* a = m_stretched.ptr<float>(tap.index[0] - m_firstMapRow);
    const float* b = m_stretched.ptr<float>(tap.index[1] - m_firstMapRow);
    const float* c = m_stretched.ptr<float>(tap.index[2] - m_firstMapRow);
    const float* d = m_stretched.ptr<float>(tap.index[3] - m_firstMapRow);
    const auto [wa, wb, wc, wd] = tap.weight;
    const int count = m_stretched.cols;
    for (int i = 0; i < count; ++i)
        out[i] = wa * a[i] + wb * b[i] + wc * c[i] + wd * d[i];
}

void sharpenForUpsampling(cv::Mat& map, double scale) {
    constexpr int iterations = 3;
    const int samples = static_cast<int>(std::lround(scale));
    if (samples < 2)
        return;
    // What enlarging and averaging back does to the map is a small fixed filter; Van Cittert's iteration undoes it.
    cv::Mat kernel = cv::Mat::zeros(1, 5, CV_32F);
    for (int k = -2; k <= 2; ++k) {
        for (int j = 0; j < samples; ++j)
            kernel.at<float>(k + 2) += static_cast<float>(catmullRom((j + 0.5) / samples - 0.5 - k) / samples);
    }
    const cv::Mat wanted = map.clone();
    for (int i = 0; i < iterations; ++i) {
        cv::Mat reached;
        cv::sepFilter2D(map, reached, CV_32F, kernel, kernel, cv::Point(-1, -1), 0, cv::BORDER_REPLICATE);
        map += wanted - reached;
    }
}

} // namespace limpid
