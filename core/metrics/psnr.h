// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// PSNR in decibels between an image and itself rounded to 8 bits: 10 log10(12 * 255^2). Means over images are taken
/// with this as the most that one of them counts, for an image that equals its reference would make them infinite.
inline constexpr double psnrOfRounding = 58.92;

/// Mean squared error of each image of a batch: sum(m (a - b)^2) / (C sum(m)), over all channels.
///
/// `a`, `b`: floating [N,C,H,W] of one shape. `mask`: [N,1,H,W] (or [1,1,H,W]) in {0,1}, or undefined for all pixels.
/// Returns [N] on the inputs' device; NaN for an image whose mask is empty. Differentiable, no host round trip.
torch::Tensor meanSquaredError(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& mask = {});

/// Peak signal-to-noise ratio in decibels of each image of a batch: 10 log10(range^2 / MSE).
///
/// Shapes as in meanSquaredError; `dataRange` is the distance between black and white (1 for images in [0,1], 255 for
/// 8-bit levels). Returns [N] on the inputs' device: +infinity where the images are identical inside the mask, NaN
/// where the mask is empty. Differentiable with finite gradients wherever the images differ; no host round trip. A loss
/// is better built on meanSquaredError, whose gradient exists everywhere.
torch::Tensor psnr(const torch::Tensor& a, const torch::Tensor& b, const torch::Tensor& mask = {},
                   double dataRange = 1.0);

} // namespace limpid
