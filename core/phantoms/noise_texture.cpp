// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace limpid {
namespace {

void toUnitDeviation(cv::Mat& field) {
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(field, mean, deviation);
    if (deviation[0] > 0.0) {
        field *= 1.0 / deviation[0];
    }
}

/// Which lattice values a pixel lies between, and their Catmull-Rom weights.
struct Taps {
    int first = 0;
    std::array<float, 4> weights{};
};

std::vector<Taps> tapsAlong(int pixels, double cell, double phase) {
    std::vector<Taps> taps(static_cast<std::size_t>(pixels));
    for (int i = 0; i < pixels; ++i) {
        const double place = i / cell + phase;
        const double t = place - std::floor(place);
        const double t2 = t * t;
        const double t3 = t2 * t;
        Taps& tap = taps[static_cast<std::size_t>(i)];
        tap.first = static_cast<int>(std::floor(place));
        tap.weights = {static_cast<float>(0.5 * (2.0 * t2 - t3 - t)),
                       static_cast<float>(0.5 * (3.0 * t3 - 5.0 * t2 + 2.0)),
                       static_cast<float>(0.5 * (4.0 * t2 - 3.0 * t3 + t)), static_cast<float>(0.5 * (t3 - t2))};
    }
    return taps;
}

} // namespace

cv::Mat smoothNoise(cv::Size size, cv::Size2d cellPx, PortableRandom& random) {
    const cv::Size2d cell(std::max(1.0, cellPx.width), std::max(1.0, cellPx.height));
    // Four lattice values surround every pixel, and the lattice starts at a random phase.
    const std::vector<Taps> across = tapsAlong(size.width, cell.width, random.uniform());
    const std::vector<Taps> down = tapsAlong(size.height, cell.height, random.uniform());
    const int latticeWidth = across.back().first + 4;
    const int latticeHeight = down.back().first + 4;
    std::vector<float> values(static_cast<std::size_t>(latticeWidth));
    cv::Mat stretched(latticeHeight, size.width, CV_32FC1);
    for (int y = 0; y < latticeHeight; ++y) {
        std::generate(values.begin(), values.end(), [&random] { return static_cast<float>(random.normal()); });
        auto* row = stretched.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const Taps& tap = across[static_cast<std::size_t>(x)];
            const float* from = values.data() + tap.first;
            row[x] = tap.weights[0] * from[0] + tap.weights[1] * from[1] + tap.weights[2] * from[2] +
                     tap.weights[3] * from[3];
        }
    }
    cv::Mat field(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const Taps& tap = down[static_cast<std::size_t>(y)];
        const auto* a = stretched.ptr<float>(tap.first);
        const auto* b = stretched.ptr<float>(tap.first + 1);
        const auto* c = stretched.ptr<float>(tap.first + 2);
        const auto* d = stretched.ptr<float>(tap.first + 3);
        auto* row = field.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            row[x] = tap.weights[0] * a[x] + tap.weights[1] * b[x] + tap.weights[2] * c[x] + tap.weights[3] * d[x];
        }
    }
    toUnitDeviation(field);
    return field;
}

cv::Mat smoothNoise(cv::Size size, double cellPx, PortableRandom& random) {
    return smoothNoise(size, cv::Size2d(cellPx, cellPx), random);
}

cv::Mat fractalNoise(cv::Size size, double cellPx, int octaves, double persistence, PortableRandom& random) {
    cv::Mat sum = cv::Mat::zeros(size, CV_32FC1);
    double strength = 1.0;
    for (int octave = 0; octave < octaves; ++octave) {
        sum += strength * smoothNoise(size, cellPx, random);
        cellPx *= 0.5;
        strength *= persistence;
    }
    toUnitDeviation(sum);
    return sum;
}

} // namespace limpid
