// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// Gaussian blur of each plane of [N,C,H,W] by `sigmaPx` pixels (taps to 3 sigma, borders repeated).
torch::Tensor gaussianBlur(const torch::Tensor& planes, double sigmaPx);

/// Gaussian-weighted mean of `planes` [N,C,H,W] over the pixels where `mask` [N,1,H,W] is 1; 0 where none is within
/// reach.
torch::Tensor maskedLocalMean(const torch::Tensor& planes, const torch::Tensor& mask, double sigmaPx);

/// Greatest value within `radiusPx` (Euclidean, borders see nothing beyond) of each pixel of [N,C,H,W], values >= 0:
/// a dilation by a disc. Radius 0 returns the input.
torch::Tensor dilateDisc(const torch::Tensor& planes, int radiusPx);

/// A mask in {0,1} with `radiusPx` taken off its rim, a disc's erosion; what lies beyond the image counts as inside.
torch::Tensor erodeDisc(const torch::Tensor& mask, int radiusPx);

/// The k-th greatest value of each image's one plane, `values` [N,1,H,W] among the pixels where `mask` is 1, with
/// k = share * sum(mask) - so that the given share of the masked pixels lies at or above it. Returns [N,1,1,1], and
/// +infinity for an empty mask. No host round trip.
torch::Tensor upperQuantile(const torch::Tensor& values, const torch::Tensor& mask, double share);

} // namespace limpid
