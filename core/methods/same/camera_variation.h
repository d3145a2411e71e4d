// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Generator.h>
#include <torch/types.h>

namespace limpid {

/// Good photographs as another camera would have taken them: gamma in 0.85..1.18 and gains of +-10 % (blue: +-20 %),
/// drawn for each image. Cameras differ in exposure and tint without being worse; a network that always meets the few
/// training photographs in the same colours learns these colours by heart. Ours; not in the paper.
///
/// `images` [N, 3, H, W] in [0, 1] with fields of view [N, 1, H, W]; the result likewise, zero outside of them. Records
/// no gradient.
torch::Tensor varyCamera(const torch::Tensor& images, const torch::Tensor& fieldOfView, at::Generator& generator);

} // namespace limpid
