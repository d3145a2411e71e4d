// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_augmentation.h"

#include <ATen/Functions.h>

#include <numbers>

namespace limpid {
namespace {

/// [N] uniform in [low, high], on the CPU.
torch::Tensor uniform(const torch::Tensor& like, double low, double high, at::Generator& generator) {
    return at::rand({like.size(0)}, generator, torch::TensorOptions().dtype(torch::kFloat)) * (high - low) + low;
}

torch::Tensor perMap(const torch::Tensor& values, const torch::Tensor& like) {
    return values.view({-1, 1, 1, 1}).to(like.device());
}

} // namespace

torch::Tensor varyGeometry(const torch::Tensor& maps, at::Generator& generator) {
    const torch::NoGradGuard noGrad;
    const auto angle = uniform(maps, -20.0, 20.0, generator) * (std::numbers::pi / 180.0);
    const auto scale = uniform(maps, 0.8, 1.2, generator).reciprocal();
    const auto mirror = (uniform(maps, -1.0, 1.0, generator) >= 0.0).to(torch::kFloat) * 2.0 - 1.0;
    const auto cosine = angle.cos() * scale;
    const auto sine = angle.sin() * scale;
    const auto across = torch::stack({cosine * mirror, -sine, uniform(maps, -0.1, 0.1, generator)}, 1);
    const auto down = torch::stack({sine * mirror, cosine, uniform(maps, -0.1, 0.1, generator)}, 1);
    const auto matrix = torch::stack({across, down}, 1).to(maps.device());
    const auto grid = at::affine_grid_generator(matrix, maps.sizes(), false);
    constexpr std::int64_t bilinear = 0;
    constexpr std::int64_t zeros = 0;
    return at::grid_sampler(maps, grid, bilinear, zeros, false);
}

torch::Tensor soften(const torch::Tensor& maps, at::Generator& generator) {
    const torch::NoGradGuard noGrad;
    const auto blurred = torch::avg_pool2d(maps, 3, 1, 1, false, false);
    const auto share = perMap(uniform(maps, 0.0, 0.7, generator), maps);
    auto soft = blurred * share + maps * (1.0 - share);
    soft = soft.clamp_min(1e-6).pow(perMap(uniform(maps, 0.7, 1.5, generator), maps));
    return soft * perMap(uniform(maps, 0.85, 1.0, generator), maps);
}

} // namespace limpid
