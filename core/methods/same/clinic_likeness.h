// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// How badly `imitations` pass for photographs of a clinic: the median, over the clinic's photographs, of the distance
/// to the nearest imitation, divided by the median distance to the nearest other photograph of the clinic. About 1 or
/// below where imitations look like one more photograph each; above, the larger the odder they look.
///
/// Both are appearanceStatistics(), [N, F] with N of at least 2 and [M, F] with M of at least 1; a statistic counts by
/// its spread over the clinic. What the clinic probe measures on imitations says something about the clinic only where
/// they are like it. Ours.
double unlikeness(const torch::Tensor& clinic, const torch::Tensor& imitations);

} // namespace limpid
