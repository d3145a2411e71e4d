// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/speckle.h"

#include "phantoms/noise_texture.h"

#include <algorithm>
#include <cmath>

namespace limpid {

cv::Mat speckleDecibels(cv::Size size, cv::Size2d grainPx, PortableRandom& random) {
    const cv::Mat real = smoothNoise(size, grainPx, random);
    const cv::Mat imaginary = smoothNoise(size, grainPx, random);
    cv::Mat decibels(size, CV_32FC1);
    for (int y = 0; y < size.height; ++y) {
        const auto* a = real.ptr<float>(y);
        const auto* b = imaginary.ptr<float>(y);
        auto* row = decibels.ptr<float>(y);
        for (int x = 0; x < size.width; ++x) {
            const float power = 0.5F * (a[x] * a[x] + b[x] * b[x]);
            // 40 dB below the mean is darker than any display shows.
            row[x] = 10.0F * std::log10(std::max(power, 1e-4F));
        }
    }
    return decibels;
}

} // namespace limpid
