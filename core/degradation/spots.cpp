// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/spots.h"

#include "degradation/parameter_table.h"
#include "degradation/smooth_fields.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr std::int64_t largestGrid = 128;
/// 0.05 of the paper's 512 px, the unit of r in its formulas.
constexpr double paperLargestSize = 25.0 / 512.0;

} // namespace

std::vector<Spot> drawSpots(const SpotRanges& ranges, RandomDraws& draws) {
    std::vector<Spot> spots(static_cast<std::size_t>(draws.integer(ranges.fewest, ranges.most)));
    for (Spot& spot : spots) {
        const double size = draws.uniform(ranges.size);
        const double relative = size / paperLargestSize;
        spot.centreX = draws.uniform({size, 1.0 - size});
        spot.centreY = draws.uniform({size, 1.0 - size});
        spot.radius = size / 2.0;
        const double sigma = 2.0 * (5.0 + 20.0 * relative) / 512.0;
        spot.edge = sigma * draws.uniform({0.2, 0.25});
        const double fade = std::exp(-(0.5 + relative) * 0.3 * relative);
        spot.light = std::max(0.0, 14.0 / 25.0 + 1.0 - relative) * (1.0 - fade) * draws.uniform(ranges.amplitude);
    }
    return spots;
}

at::Tensor applySpots(const at::Tensor& images, const std::vector<std::vector<Spot>>& spots) {
    std::size_t most = 0;
    for (const auto& list : spots)
        most = std::max(most, list.size());
    if (most == 0)
        return images;
    std::vector<std::vector<double>> rows;
    for (const auto& list : spots) {
        for (std::size_t index = 0; index < most; ++index) {
            const Spot spot = index < list.size() ? list[index] : Spot{};
            rows.push_back({spot.centreX, spot.centreY, spot.radius, std::max(spot.edge, 1e-3), spot.light});
        }
    }
    const ParameterTable table(rows, images);
    const FieldGrid grid(images, std::min<std::int64_t>(largestGrid, std::min(images.size(2), images.size(3))));
    torch::Tensor discs = grid.distance(table.column(0), table.column(1));
    discs.neg_().add_(table.column(2)).div_(table.column(3)).add_(0.5).clamp_(0.0, 1.0).mul_(table.column(4));
    discs = discs.view({images.size(0), static_cast<std::int64_t>(most), discs.size(2), discs.size(3)});
    return (images + grid.enlarge(discs.sum(1, true))).clamp_(0.0, 1.0);
}

} // namespace limpid
