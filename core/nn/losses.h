// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// Mean of `values` [N, C, H, W] over the pixels where `mask` [N, 1, H, W] is 1, all images and channels together.
/// Scalar; 0 when the mask is empty.
torch::Tensor maskedMean(const torch::Tensor& values, const torch::Tensor& mask);

/// Mean absolute difference inside the mask (L1 of SAME; there the pixels outside the field of view are equal by
/// construction and only scale the value).
torch::Tensor maskedL1(const torch::Tensor& output, const torch::Tensor& target, const torch::Tensor& mask);

/// Binary cross-entropy of `logits` against `target` probabilities [N, 1, H, W] inside the mask.
torch::Tensor maskedCrossEntropy(const torch::Tensor& logits, const torch::Tensor& target, const torch::Tensor& mask);

/// Mean binary entropy, in bits, of sigmoid(logits) inside the mask (the optional entropy term of the released SAME
/// trainer).
torch::Tensor maskedEntropy(const torch::Tensor& logits, const torch::Tensor& mask);

/// Natural logarithm of each image's mean square error inside the mask, averaged over the batch: -PSNR up to factor and
/// offset, so that an image that is nearly right counts as much as one that is far off. Errors below `floor` (in the
/// square of the images' unit) no longer count. Images with an empty mask give log(floor).
torch::Tensor maskedLogError(const torch::Tensor& output, const torch::Tensor& target, const torch::Tensor& mask,
                             double floor);

} // namespace limpid
