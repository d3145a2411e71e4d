// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

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

} // namespace

cv::Mat smoothNoise(cv::Size size, cv::Size2d cellPx, PortableRandom& random) {
    const cv::Size2d cell(std::max(1.0, cellPx.width), std::max(1.0, cellPx.height));
    // Two more cells than fit, so that the border is no different from the middle.
    const cv::Size lattice(static_cast<int>(std::ceil(size.width / cell.width)) + 3,
                           static_cast<int>(std::ceil(size.height / cell.height)) + 3);
    cv::Mat values(lattice, CV_32FC1);
    for (int y = 0; y < lattice.height; ++y) {
        auto* row = values.ptr<float>(y);
        for (int x = 0; x < lattice.width; ++x) {
            row[x] = static_cast<float>(random.normal());
        }
    }
    const cv::Matx23d toLattice(1.0 / cell.width, 0.0, 1.0 + random.uniform(), 0.0, 1.0 / cell.height,
                                1.0 + random.uniform());
    cv::Mat field;
    cv::warpAffine(values, field, toLattice, size, cv::INTER_CUBIC | cv::WARP_INVERSE_MAP, cv::BORDER_REFLECT);
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
