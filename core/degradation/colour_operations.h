// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/tensor_forward.h"

namespace limpid {

// The image enhancement operations of PIL (which torchvision's ColorJitter shares) on [N,3,H,W] in [0,1], in place and
// without PIL's rounding to 8 bits. The factors are [N,1,1,1]; 1 changes nothing. Results are clipped to [0,1].

/// Luma with PIL's weights 0.299, 0.587, 0.114: [N,1,H,W].
at::Tensor luma(const at::Tensor& images);
/// x * factor.
void adjustBrightness(at::Tensor& images, const at::Tensor& factor);
/// m + factor * (x - m), m the mean luma of the whole picture, its black surround included, as in PIL.
void adjustContrast(at::Tensor& images, const at::Tensor& factor);
/// g + factor * (x - g), g the pixel's luma. PIL calls it Color, torchvision saturation.
void adjustSaturation(at::Tensor& images, const at::Tensor& factor);

} // namespace limpid
