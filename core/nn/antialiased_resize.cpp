// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/antialiased_resize.h"

#include <ATen/Functions.h>

namespace limpid {

torch::Tensor antialiasedResize(const torch::Tensor& images, std::int64_t height, std::int64_t width) {
    if (images.size(2) == height && images.size(3) == width) {
        return images;
    }
    return at::_upsample_bilinear2d_aa(images, {height, width}, /*align_corners=*/false);
}

} // namespace limpid
