// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/structure_agreement.h"

#include "metrics/local_filters.h"

namespace limpid {

namespace {

torch::Tensor shareOf(const torch::Tensor& part, const torch::Tensor& whole) {
    const auto sum = whole.sum({1, 2, 3});
    const auto empty = sum <= 0;
    // The divisor is made harmless first: the branch not taken would otherwise put NaN into the gradient.
    const auto share = part.sum({1, 2, 3}) / sum.masked_fill(empty, 1.0);
    return share.masked_fill(empty, 1.0);
}

} // namespace

StructureAgreement structureAgreement(const torch::Tensor& found, const torch::Tensor& expected,
                                      const torch::Tensor& mask, int radiusPx) {
    TORCH_CHECK(found.dim() == 4 && found.sizes() == expected.sizes(), "two [N,1,H,W] maps of one shape are compared");
    const auto inside = mask.defined() ? mask.to(found.scalar_type()) : torch::ones_like(found);
    const auto f = found * inside;
    const auto e = expected * inside;
    StructureAgreement agreement;
    agreement.precision = shareOf(f * dilateDisc(e, radiusPx), f);
    agreement.sensitivity = shareOf(e * dilateDisc(f, radiusPx), e);
    const auto sum = agreement.precision + agreement.sensitivity;
    const auto apart = sum <= 0;
    agreement.dice = 2.0 * agreement.precision * agreement.sensitivity / sum.masked_fill(apart, 1.0);
    agreement.iou = agreement.dice / (2.0 - agreement.dice);
    return agreement;
}

} // namespace limpid
