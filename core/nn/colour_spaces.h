// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// sRGB to HSV. `rgb` is float [N,3,H,W] in [0,1]; the result has the same shape, hue (turns), saturation and value in
/// [0,1]. A grey pixel has hue 0 and saturation 0. Runs on the tensor's device and is differentiable almost everywhere.
torch::Tensor rgbToHsv(const torch::Tensor& rgb);

/// sRGB (IEC 61966-2-1 transfer, D65, 2 degree observer) to CIE L*a*b*. `rgb` is float [N,3,H,W] in [0,1]; the result
/// has the same shape and holds L/100, (a + 128)/255 and (b + 128)/255, which lie in [0,1] for every sRGB colour. Runs
/// on the tensor's device and is differentiable.
torch::Tensor rgbToLab(const torch::Tensor& rgb);

} // namespace limpid
