// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/colour_operations.h"

#include <torch/types.h>

namespace limpid {

at::Tensor luma(const at::Tensor& images) {
    torch::Tensor grey = images.narrow(1, 0, 1) * 0.299;
    grey.add_(images.narrow(1, 1, 1), 0.587);
    grey.add_(images.narrow(1, 2, 1), 0.114);
    return grey;
}

void adjustBrightness(at::Tensor& images, const at::Tensor& factor) {
    images.mul_(factor).clamp_(0.0, 1.0);
}

void adjustContrast(at::Tensor& images, const at::Tensor& factor) {
    const torch::Tensor mean = luma(images.mean({2, 3}, true));
    images.mul_(factor).add_(mean * (1.0 - factor)).clamp_(0.0, 1.0);
}

void adjustSaturation(at::Tensor& images, const at::Tensor& factor) {
    const torch::Tensor grey = luma(images).mul_(1.0 - factor);
    images.mul_(factor).add_(grey).clamp_(0.0, 1.0);
}

} // namespace limpid
