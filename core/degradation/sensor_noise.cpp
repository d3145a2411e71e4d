// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/sensor_noise.h"

#include "degradation/parameter_table.h"
#include "degradation/separable_blur.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>
#include <torch/types.h>

#include <algorithm>

namespace limpid {

namespace {

/// A generator of its own for the device: the global one is left as it is.
at::Generator generatorFor(const at::Device& device) {
    // LibTorch 1.13 never frees a copy of a CPU's generator; of others a copy is made, which needs no CUDA header.
    return device.is_cpu() ? at::detail::createCPUGenerator() : at::globalContext().defaultGenerator(device).clone();
}

} // namespace

NoiseParameters drawNoise(const NoiseRanges& ranges, RandomDraws& draws) {
    NoiseParameters noise;
    noise.readSigma = draws.uniform(ranges.readSigma);
    noise.shotSigma = draws.uniform(ranges.shotSigma);
    noise.correlation = draws.uniform(ranges.correlation);
    noise.seed = draws.bits();
    return noise;
}

at::Tensor normalFields(const at::Tensor& like, const std::vector<std::uint64_t>& seeds) {
    torch::Tensor fields = torch::empty(like.sizes(), like.options());
    at::Generator generator = generatorFor(like.device());
    for (std::size_t index = 0; index < seeds.size(); ++index) {
        generator.set_current_seed(seeds[index]);
        fields.select(0, static_cast<std::int64_t>(index)).normal_(0.0, 1.0, generator);
    }
    return fields;
}

at::Tensor applyNoise(const at::Tensor& images, const std::vector<NoiseParameters>& parameters) {
    std::vector<std::uint64_t> seeds;
    std::vector<std::vector<double>> rows;
    std::vector<std::vector<double>> taps;
    bool correlated = false;
    for (const NoiseParameters& noise : parameters) {
        const double side = 0.25 * std::clamp(noise.correlation, 0.0, 1.0);
        taps.push_back({side, 1.0 - 2.0 * side, side});
        correlated = correlated || side > 0.0;
        // smoothing in two directions multiplies the deviation by the sum of squared taps
        const double kept = 2.0 * side * side + (1.0 - 2.0 * side) * (1.0 - 2.0 * side);
        const double read = noise.readSigma / kept;
        const double shot = noise.shotSigma / kept;
        rows.push_back({read * read, shot * shot});
        seeds.push_back(noise.seed);
    }
    const ParameterTable table(rows, images);
    torch::Tensor fields = normalFields(images, seeds);
    if (correlated)
        fields = filterSeparably(fields, taps, taps);
    const torch::Tensor deviation = (images * table.column(1)).add_(table.column(0)).sqrt_();
    return fields.mul_(deviation).add_(images).clamp_(0.0, 1.0);
}

} // namespace limpid
