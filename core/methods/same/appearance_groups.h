// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace limpid {

/// A folder's photographs parted in two by how they look.
struct AppearanceGroups {
    std::vector<int> group; ///< 0 for the larger group, 1 for the smaller; by image.
    /// Mean silhouette (P. Rousseeuw, J. Comput. Appl. Math. 20, 1987): 1 for two points far apart, 0.4 to 0.5 for one
    /// clinic that was cut in two.
    double silhouette = 0.0;
    std::int64_t smaller = 0; ///< Images of the smaller group.
    /// Share of folders without kinds that come apart as clearly, by 200 that are drawn evenly from the box along the
    /// principal axes of this one's colours (reference (b) of R. Tibshirani, G. Walther and T. Hastie, J. R. Stat. Soc.
    /// B 63, 2001). 1 where the silhouette is too low to ask.
    double chance = 1.0;

    /// Whether the folder holds clearly different kinds of photographs, so that it should be said.
    bool isMixed() const;
};

/// Parts images in two by two-means on their mean colour inside the field of view: the first three of their
/// appearanceStatistics() [N, F], each counted by its spread over the folder. (The other statistics were tried too;
/// they hide two cameras among the spread of damage.) Always the same random numbers, so the same folder is parted the
/// same way. One group where N is less than 4 or all images have one colour. Ours.
AppearanceGroups findAppearanceGroups(const torch::Tensor& statistics);

} // namespace limpid
