// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"

#include <torch/types.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace limpid {

/// How badly `imitations` pass for photographs of a clinic: the median, over the clinic's photographs, of the distance
/// to the nearest imitation, divided by the median distance to the nearest other photograph of the clinic. About 1 or
/// below where imitations look like one more photograph each; above, the larger the odder they look.
///
/// Both are appearanceStatistics(), [N, F] with N of at least 2 and [M, F] with M of at least 1; a statistic counts by
/// its spread over the clinic. What the clinic probe measures on imitations says something about the clinic only where
/// they are like it. Ours.
double unlikeness(const torch::Tensor& clinic, const torch::Tensor& imitations);

/// A degradation preset and how badly what it makes passes for a clinic.
struct LikestDegradation {
    std::string preset;
    double unlikeness = 0.0;
};

/// Of `presets` (at least one) the one that, applied to about a hundred copies of `labels`, is least unlike the clinic;
/// the earlier one where two are equal. `clinic` [N, F] are its appearanceStatistics(), `labels` [K, 3, H, W] in [0, 1]
/// with K of at least 1 and `fieldOfView` [K, 1, H, W]; `make` builds a seeded degradation for a preset's name.
LikestDegradation likestDegradation(const torch::Tensor& clinic, const torch::Tensor& labels,
                                    const torch::Tensor& fieldOfView, const std::vector<std::string>& presets,
                                    const std::function<std::unique_ptr<Degradation>(const std::string&)>& make);

} // namespace limpid
