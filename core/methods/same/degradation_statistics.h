// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// How many numbers degradationStatistics() gives for an image.
inline constexpr std::int64_t degradationStatisticsCount = 63;

/// What a network that looks at shapes sees badly, measured directly: [N, 63] for `images` [N,3,H,W] in [0,1] with
/// `fieldOfView` [N,1,H,W] in {0,1}, both sides of at least 64 px. Nothing is normalised by the image itself. Records
/// no gradient.
///
/// Colour, 27 numbers, on means over blocks of side/64 that lie wholly inside: per channel mean, deviation and the
/// quantiles 0.01, 0.05, 0.25, 0.5, 0.75 and 0.95; then the logarithms of median red over green and blue over green,
/// and of their 0.95 quantiles' ratio red over green.
///
/// Noise, 20 numbers, at the images' own size and before any smoothing: logarithms of robust standard deviations
/// (median absolute value / 0.6745, Donoho and Johnstone, Biometrika 81, 1994) of Haar bands, on pixels wholly inside.
/// Per channel the finest diagonal band everywhere, in the darker and in the brighter half, the finest band of one
/// direction, the next coarser diagonal band, and Immerkaer's mean absolute estimate (CVIU 64, 1996); then the
/// diagonal band's of the sum and of the difference of red and green.
///
/// Sharpness, 16 numbers, of red and green at four scales of the Haar step: the logarithms of the mean and of the 0.98
/// quantile of the directed details' magnitude.
torch::Tensor degradationStatistics(const torch::Tensor& images, const torch::Tensor& fieldOfView);

} // namespace limpid
