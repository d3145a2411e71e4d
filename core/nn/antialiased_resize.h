// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>

namespace limpid {

/// Resizes float [N,C,H,W] to `height` x `width`: a triangle filter as wide as the reduction where the image shrinks,
/// bilinear where it grows. Returns the input itself when the size already fits. Differentiable, on the tensor's
/// device.
torch::Tensor antialiasedResize(const torch::Tensor& images, std::int64_t height, std::int64_t width);

} // namespace limpid
