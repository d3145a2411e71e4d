// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Generator.h>
#include <torch/types.h>

namespace limpid {

/// Varies regular structure maps [N,1,S,S] in [0,1] as cameras and eyes do: mirrored, turned by up to 20 degrees, 0.8
/// to 1.2 times as large, shifted by up to 5 %.
torch::Tensor varyGeometry(const torch::Tensor& maps, at::Generator& generator);

/// Makes masks [N,1,S,S] look like a network's probability maps: soft edges, uncertain thin vessels, a share of
/// confidence lost.
torch::Tensor soften(const torch::Tensor& maps, at::Generator& generator);

} // namespace limpid
