// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/photometric.h"

#include "degradation/parameter_table.h"
#include "degradation/smooth_fields.h"

#include <torch/types.h>

#include <cmath>
#include <numbers>

namespace limpid {

namespace {

constexpr std::int64_t gridCells = 32;

ParameterTable columnTable(const std::vector<double>& values, const torch::Tensor& like) {
    std::vector<std::vector<double>> rows;
    for (const double value : values)
        rows.push_back({value});
    return {rows, like};
}

} // namespace

std::array<double, 3> drawCast(const CastRanges& ranges, RandomDraws& draws) {
    const double red = draws.uniform(ranges.red);
    const double green = draws.uniform(ranges.green);
    const double blue = draws.uniform(ranges.blue);
    return {red, green, blue};
}

VeilParameters drawVeil(const VeilRanges& ranges, RandomDraws& draws) {
    VeilParameters veil;
    veil.level = draws.uniform(ranges.level);
    const double slope = draws.uniform(ranges.gradient);
    const double direction = 2.0 * std::numbers::pi * draws.uniform();
    veil.gradientX = slope * std::cos(direction);
    veil.gradientY = slope * std::sin(direction);
    for (double& channel : veil.colour)
        channel = draws.uniform(ranges.whiteness);
    return veil;
}

void applyCast(at::Tensor& images, const std::vector<std::array<double, 3>>& gains) {
    std::vector<std::vector<double>> rows;
    for (const auto& gain : gains)
        rows.push_back({gain[0], gain[1], gain[2]});
    images.mul_(ParameterTable(rows, images).colour(0)).clamp_(0.0, 1.0);
}

void applyVeil(at::Tensor& images, const std::vector<VeilParameters>& veils) {
    std::vector<std::vector<double>> rows;
    for (const VeilParameters& veil : veils)
        rows.push_back({veil.level, veil.gradientX, veil.gradientY, veil.colour[0], veil.colour[1], veil.colour[2]});
    const ParameterTable table(rows, images);
    const FieldGrid grid(images, gridCells);
    const torch::Tensor slope =
        table.column(1) * (grid.columns() * 2.0 - 1.0) + table.column(2) * (grid.rows() * 2.0 - 1.0);
    const torch::Tensor veil = grid.enlarge(((slope + 1.0) * table.column(0)).clamp_(0.0, 1.0));
    images.mul_(1.0 - veil).addcmul_(veil, table.colour(3)).clamp_(0.0, 1.0);
}

void applyGamma(at::Tensor& images, const std::vector<double>& exponents) {
    // exp(log) is computed many pixels at a time, pow is not; black stays black to six decimals.
    images.clamp_min_(1e-12).log_().mul_(columnTable(exponents, images).column(0)).exp_();
}

void applyDarkening(at::Tensor& images, const std::vector<double>& factors) {
    images.mul_(columnTable(factors, images).column(0)).clamp_(0.0, 1.0);
}

} // namespace limpid
