// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// Simple statistics of how images look, [N, 9]: mean and deviation of each channel, mean spread of the illumination
/// (deviation of the image averaged over 1/16 of its side), and the energies of fine and coarse detail of the green
/// channel. Images [N, 3, H, W] in [0, 1], fieldOfView [N, 1, H, W]. Ours; used to find the degradation most like a
/// clinic.
torch::Tensor appearanceStatistics(const torch::Tensor& images, const torch::Tensor& fieldOfView);

} // namespace limpid
