// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"

namespace limpid {

/// [0, 1], the range of images everywhere else, to the network's [-1, 1].
torch::Tensor toNetworkRange(const torch::Tensor& unit);

/// What a network makes of images, in the ranges of the rest of the program.
struct Restored {
    torch::Tensor image;     ///< [N, 3, H, W] in [0, 1], zero outside the field of view
    torch::Tensor structure; ///< [N, 1, H, W] probabilities, zero outside the field of view
};

/// Runs the network on images [N, 3, H, W] in [0, 1] in the given format, and masks both results. Does not change the
/// network's mode; records a gradient unless the caller forbids it.
Restored restore(StructurePreservingUnet& network, const ComputeFormat& format, const torch::Tensor& images,
                 const torch::Tensor& fieldOfView);

} // namespace limpid
