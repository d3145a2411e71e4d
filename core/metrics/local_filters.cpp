// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/local_filters.h"

#include <cmath>
#include <limits>

namespace limpid {

torch::Tensor gaussianBlur(const torch::Tensor& planes, double sigmaPx) {
    const auto radius = static_cast<std::int64_t>(std::ceil(3.0 * sigmaPx));
    const auto x = torch::arange(-radius, radius + 1, planes.options());
    auto taps = (x.square() * (-0.5 / (sigmaPx * sigmaPx))).exp();
    taps = taps / taps.sum();
    auto flat = planes.reshape({-1, 1, planes.size(2), planes.size(3)});
    flat = torch::conv2d(torch::replication_pad2d(flat, {radius, radius, 0, 0}), taps.reshape({1, 1, 1, -1}));
    flat = torch::conv2d(torch::replication_pad2d(flat, {0, 0, radius, radius}), taps.reshape({1, 1, -1, 1}));
    return flat.reshape(planes.sizes());
}

torch::Tensor maskedLocalMean(const torch::Tensor& planes, const torch::Tensor& mask, double sigmaPx) {
    // Far from the mask the weight is rounding noise: a floor makes those pixels 0 instead of a ratio of noise.
    return gaussianBlur(planes * mask, sigmaPx) / gaussianBlur(mask, sigmaPx).clamp_min(1e-6);
}

torch::Tensor dilateDisc(const torch::Tensor& planes, int radiusPx) {
    if (radiusPx <= 0) {
        return planes;
    }
    const auto height = planes.size(2);
    auto greatest = planes;
    const auto padded = torch::constant_pad_nd(planes, {0, 0, radiusPx, radiusPx}, 0);
    for (int dy = -radiusPx; dy <= radiusPx; ++dy) {
        const auto half =
            static_cast<std::int64_t>(std::floor(std::sqrt(static_cast<double>(radiusPx * radiusPx - dy * dy))));
        const auto row = padded.narrow(2, radiusPx + dy, height);
        // A pooling pads by at most half of its kernel, which is just what a centred row of the disc needs.
        greatest = torch::maximum(greatest, torch::max_pool2d(row, {1, 2 * half + 1}, {1, 1}, {0, half}));
    }
    return greatest;
}

torch::Tensor erodeDisc(const torch::Tensor& mask, int radiusPx) {
    return 1 - dilateDisc(1 - mask, radiusPx);
}

torch::Tensor upperQuantile(const torch::Tensor& values, const torch::Tensor& mask, double share) {
    const auto infinity = std::numeric_limits<double>::infinity();
    const auto flatMask = mask.reshape({mask.size(0), -1});
    const auto flat = values.reshape({values.size(0), -1}).masked_fill(flatMask <= 0, -infinity);
    const auto sorted = std::get<0>(flat.sort(1, /*descending=*/true));
    const auto counted = (flatMask > 0).sum(1, /*keepdim=*/true);
    const auto rank = ((counted * share).ceil().to(torch::kInt64) - 1).clamp_min(0);
    const auto value = sorted.gather(1, rank).masked_fill(counted == 0, infinity);
    return value.reshape({-1, 1, 1, 1});
}

} // namespace limpid
