// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// A picture of `image` [C, H, W] in [0, 1] (clamped), C being 1 or 3, with neither side above `side` pixels: averaged
/// down where it is larger, as it is otherwise. Any device.
PreviewImage previewOf(const torch::Tensor& image, int64_t side);

} // namespace limpid
