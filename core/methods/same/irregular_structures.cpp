// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/irregular_structures.h"

#include <ATen/Functions.h>

namespace limpid {
namespace {

/// Smooth random fields [N,1,S,S], mean about 0, whose features are about S / `cells` pixels wide.
torch::Tensor smoothNoise(const torch::Tensor& like, std::int64_t cells, at::Generator& generator) {
    const auto coarse =
        at::randn({like.size(0), 1, cells, cells}, generator, torch::TensorOptions().dtype(torch::kFloat));
    return at::upsample_bicubic2d(coarse, {like.size(2), like.size(3)}, false).to(like.device());
}

/// [N,1,1,1] uniform in [low, high].
torch::Tensor uniform(const torch::Tensor& like, double low, double high, at::Generator& generator) {
    const auto unit = at::rand({like.size(0), 1, 1, 1}, generator, torch::TensorOptions().dtype(torch::kFloat));
    return (unit * (high - low) + low).to(like.device());
}

/// 1 where the field lies in its own uppermost `share`, softly.
torch::Tensor uppermost(const torch::Tensor& field, const torch::Tensor& share, double steepness = 12.0) {
    const auto sorted = std::get<0>(field.flatten(1).sort(1));
    const auto last = static_cast<double>(sorted.size(1) - 1);
    const auto index = ((1.0 - share.flatten(1)) * last).round().to(torch::kLong);
    const auto bound = sorted.gather(1, index).view({-1, 1, 1, 1});
    return torch::sigmoid((field - bound) * steepness);
}

torch::Tensor density(const torch::Tensor& maps) {
    return maps.mean({1, 2, 3}, true);
}

torch::Tensor broken(const torch::Tensor& maps, at::Generator& generator) {
    const auto cells = maps.size(2) / 8;
    return maps * (1.0 - uppermost(smoothNoise(maps, cells, generator), uniform(maps, 0.35, 0.6, generator)));
}

torch::Tensor erased(const torch::Tensor& maps, at::Generator& generator) {
    return maps * (1.0 - uppermost(smoothNoise(maps, 4, generator), uniform(maps, 0.35, 0.65, generator)));
}

torch::Tensor blobs(const torch::Tensor& maps, at::Generator& generator) {
    return uppermost(smoothNoise(maps, maps.size(2) / 8, generator), density(maps).clamp(0.02, 0.3));
}

torch::Tensor mesh(const torch::Tensor& maps, at::Generator& generator) {
    // The zero lines of a smooth field make closed loops; their width is set to give about the tree's own density.
    const auto field = smoothNoise(maps, maps.size(2) / 8, generator);
    return uppermost(-field.abs(), density(maps).clamp(0.02, 0.3) * uniform(maps, 0.7, 1.5, generator), 60.0);
}

torch::Tensor shuffled(const torch::Tensor& maps, at::Generator& generator) {
    constexpr std::int64_t tiles = 4;
    const auto side = maps.size(2) / tiles;
    const auto count = maps.size(0);
    // [N,tiles,tiles,side,side] -> one list of tiles per map, drawn in a random order and put back.
    const auto pieces = maps.reshape({count, tiles, side, tiles, side}).permute({0, 1, 3, 2, 4}).flatten(1, 2);
    const auto order = at::rand({count, tiles * tiles}, generator, torch::TensorOptions().dtype(torch::kFloat))
                           .argsort(std::int64_t{1}, false)
                           .to(maps.device());
    const auto index = order.view({count, tiles * tiles, 1, 1}).expand({count, tiles * tiles, side, side});
    return pieces.gather(1, index)
        .view({count, tiles, tiles, side, side})
        .permute({0, 1, 3, 2, 4})
        .reshape(maps.sizes());
}

torch::Tensor speckled(const torch::Tensor& maps, at::Generator& generator) {
    const auto spots = uppermost(smoothNoise(maps, maps.size(2) / 4, generator), uniform(maps, 0.06, 0.15, generator));
    return torch::maximum(maps, spots);
}

torch::Tensor flooded(const torch::Tensor& maps) {
    return torch::max_pool2d(maps, 7, 1, 3);
}

} // namespace

std::string_view irregularKindName(IrregularKind kind) {
    switch (kind) {
    case IrregularKind::Broken:
        return "broken";
    case IrregularKind::Erased:
        return "erased";
    case IrregularKind::Blobs:
        return "blobs";
    case IrregularKind::Mesh:
        return "mesh";
    case IrregularKind::Shuffled:
        return "shuffled";
    case IrregularKind::Speckled:
        return "speckled";
    case IrregularKind::Flooded:
        return "flooded";
    case IrregularKind::Faint:
        return "faint";
    }
    return "unknown";
}

torch::Tensor makeIrregular(const torch::Tensor& regular, IrregularKind kind, at::Generator& generator) {
    const torch::NoGradGuard noGrad;
    switch (kind) {
    case IrregularKind::Broken:
        return broken(regular, generator);
    case IrregularKind::Erased:
        return erased(regular, generator);
    case IrregularKind::Blobs:
        return blobs(regular, generator);
    case IrregularKind::Mesh:
        return mesh(regular, generator);
    case IrregularKind::Shuffled:
        return shuffled(regular, generator);
    case IrregularKind::Speckled:
        return speckled(regular, generator);
    case IrregularKind::Flooded:
        return flooded(regular);
    case IrregularKind::Faint:
        return regular * uniform(regular, 0.0, 0.15, generator);
    }
    return regular;
}

} // namespace limpid
