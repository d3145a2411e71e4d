// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/illumination.h"

#include "degradation/colour_operations.h"
#include "degradation/parameter_table.h"
#include "degradation/smooth_fields.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr std::int64_t gridCells = 64;
constexpr double darkestMeanForHole = 0.25;

/// The two tints that the paper's code ever uses (its third needs a brightness factor below 0.2).
constexpr std::array<std::array<double, 3>, 2> haloTints{
    {{141.0 / 255.0, 238.0 / 255.0, 238.0 / 255.0}, {177.0 / 255.0, 195.0 / 255.0, 147.0 / 255.0}}};

HaloParameters drawHalo(const DrawRange& strength, RandomDraws& draws) {
    HaloParameters halo;
    halo.tint = haloTints[static_cast<std::size_t>(draws.integer(0, 1))];
    halo.centreX = draws.uniform({0.375, 0.625});
    halo.centreY = draws.uniform({0.375, 0.625});
    halo.innerDiameter = draws.uniform({0.75, 1.0});
    const double farX = std::max(halo.centreX, 1.0 - halo.centreX);
    const double farY = std::max(halo.centreY, 1.0 - halo.centreY);
    const double largest = 2.0 * std::hypot(farX, farY);
    halo.outerDiameter =
        1.0 + (largest - 1.0) * draws.uniform() + std::abs(std::max(halo.centreX - 0.5, halo.centreY - 0.5) + 0.5);
    halo.window = std::abs(2.0 * std::max(farX, farY) - halo.innerDiameter);
    halo.strength = draws.uniform(strength);
    return halo;
}

HoleParameters drawHole(const IlluminationRanges& ranges, RandomDraws& draws) {
    HoleParameters hole;
    hole.diameter = draws.uniform(ranges.holeDiameter);
    hole.centreX = draws.uniform({0.25, 0.75});
    hole.centreY = draws.uniform({0.375, 0.625});
    hole.windowX = hole.diameter * draws.uniform({0.55, 0.75});
    hole.windowY = hole.diameter * draws.uniform({0.55, 0.75});
    hole.depth = draws.uniform(ranges.holeDepth);
    hole.depthPerMean = draws.uniform(ranges.holeDepthPerMean);
    hole.strength = draws.uniform(ranges.holeStrength);
    return hole;
}

void addHalo(torch::Tensor& images, const FieldGrid& grid, const std::vector<IlluminationParameters>& parameters) {
    std::vector<std::vector<double>> rows;
    for (const IlluminationParameters& sample : parameters) {
        const HaloParameters& halo = sample.halo;
        rows.push_back({halo.centreX, halo.centreY, halo.innerDiameter / 2.0, halo.outerDiameter / 2.0, halo.window,
                        halo.window * 2.0 / 3.0, halo.tint[0] * halo.strength, halo.tint[1] * halo.strength,
                        halo.tint[2] * halo.strength});
    }
    const ParameterTable table(rows, images);
    const torch::Tensor distance = grid.distance(table.column(0), table.column(1));
    const torch::Tensor ring = (grid.disc(distance, table.column(3)) - grid.disc(distance, table.column(2))).abs_();
    const torch::Tensor light = grid.enlarge(grid.blur(ring, table.column(4), table.column(4), table.column(5)));
    images.addcmul_(light, table.colour(6) * images.mean({1, 2, 3}, true)).clamp_(0.0, 1.0);
}

void digHole(torch::Tensor& images, const torch::Tensor& fieldOfView, const FieldGrid& grid,
             const std::vector<IlluminationParameters>& parameters) {
    std::vector<std::vector<double>> rows;
    for (const IlluminationParameters& sample : parameters) {
        const HoleParameters& hole = sample.hole;
        rows.push_back({hole.centreX, hole.centreY, hole.diameter / 2.0, hole.windowX, hole.windowY,
                        0.8 * std::max(hole.windowX, hole.windowY), hole.strength * hole.depth,
                        hole.strength * hole.depthPerMean});
    }
    const ParameterTable table(rows, images);
    const torch::Tensor mean = images.sum({1, 2, 3}, true) / (fieldOfView.sum({1, 2, 3}, true) * 3.0).clamp_min(1.0);
    const torch::Tensor depth =
        (table.column(6) + table.column(7) * mean) * (mean > darkestMeanForHole).to(images.dtype());
    const torch::Tensor disc = grid.disc(grid.distance(table.column(0), table.column(1)), table.column(2));
    const torch::Tensor shade = grid.blur(disc, table.column(3), table.column(4), table.column(5)) * depth;
    images.sub_(grid.enlarge(shade)).clamp_(0.0, 1.0);
}

} // namespace

IlluminationParameters drawIllumination(const IlluminationRanges& ranges, RandomDraws& draws) {
    IlluminationParameters drawn;
    drawn.brightness = draws.uniform(ranges.brightness);
    drawn.contrast = draws.uniform(ranges.contrast);
    drawn.saturation = draws.uniform(ranges.saturation);
    if (draws.chance(ranges.haloProbability))
        drawn.halo = drawHalo(ranges.haloStrength, draws);
    if (draws.chance(ranges.holeProbability))
        drawn.hole = drawHole(ranges, draws);
    return drawn;
}

at::Tensor applyIllumination(const at::Tensor& images, const at::Tensor& fieldOfView,
                             const std::vector<IlluminationParameters>& parameters) {
    std::vector<std::vector<double>> rows;
    for (const IlluminationParameters& sample : parameters)
        rows.push_back({sample.brightness, sample.contrast, sample.saturation});
    const ParameterTable table(rows, images);
    torch::Tensor lit = images.clone();
    adjustBrightness(lit, table.column(0));
    adjustContrast(lit, table.column(1));
    adjustSaturation(lit, table.column(2));

    const FieldGrid grid(images, gridCells);
    const auto any = [&](auto&& present) {
        return std::any_of(parameters.begin(), parameters.end(), present);
    };
    if (any([](const IlluminationParameters& sample) { return sample.halo.strength != 0.0; }))
        addHalo(lit, grid, parameters);
    if (any([](const IlluminationParameters& sample) { return sample.hole.strength != 0.0; }))
        digHole(lit, fieldOfView, grid, parameters);
    return lit;
}

} // namespace limpid
