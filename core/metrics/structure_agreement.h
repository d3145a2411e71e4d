// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// How well one structure map agrees with another, image by image: each member is [N], in [0,1].
struct StructureAgreement {
    torch::Tensor sensitivity; ///< share of the expected structure that was found (recall): what was not lost
    torch::Tensor precision;   ///< share of the found structure that was expected: what was not invented
    torch::Tensor dice;        ///< 2 precision sensitivity / (precision + sensitivity), the F1 score
    torch::Tensor iou;         ///< dice / (2 - dice), the Jaccard index
};

/// Compares `found` with `expected`, both [N,1,H,W] in [0,1] (masks or probabilities), inside `mask` ([N,1,H,W] in
/// {0,1}, undefined for all pixels).
///
/// With radius 0: precision = sum(f e) / sum(f), sensitivity = sum(f e) / sum(e); on masks dice and iou are then the
/// usual overlaps 2|F&E| / (|F|+|E|) and |F&E| / |F|E| (L. R. Dice, Ecology 26, 1945; P. Jaccard, 1912).
/// With radius r > 0 a pixel counts as matched by the greatest value of the other map within r pixels (Euclidean):
/// precision = sum(f dilate(e)) / sum(f), sensitivity = sum(e dilate(f)) / sum(e), as boundary benchmarks match with a
/// tolerance (Martin, Fowlkes, Malik, IEEE TPAMI 26(5), 2004) but without one-to-one assignment. An enhancement that
/// only widens a vessel by less than r is so not counted as invention; compare an output's vessels (`found`) with its
/// input's own (`expected`).
///
/// Nothing found is precision 1 (nothing was invented), nothing expected is sensitivity 1 (nothing was lost); both
/// empty agree with dice 1. Differentiable almost everywhere in both maps; any device, no host round trip.
StructureAgreement structureAgreement(const torch::Tensor& found, const torch::Tensor& expected,
                                      const torch::Tensor& mask = {}, int radiusPx = 0);

} // namespace limpid
