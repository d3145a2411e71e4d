// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <ATen/core/Generator.h>
#include <torch/types.h>

#include <array>
#include <string_view>

namespace limpid {

/// Ways in which a restored image's structure map goes wrong, imitated on regular ones.
enum class IrregularKind {
    Broken,   ///< vessels with many gaps
    Erased,   ///< large patches without any vessel
    Blobs,    ///< spots instead of vessels
    Mesh,     ///< the irregular net that a structure decoder draws on unreadable images
    Shuffled, ///< true pieces of vessels in the wrong places
    Speckled, ///< the tree under scattered false spots
    Flooded,  ///< vessels far too thick
    Faint,    ///< nearly nothing
};

inline constexpr std::array<IrregularKind, 8> allIrregularKinds{
    IrregularKind::Broken,   IrregularKind::Erased,   IrregularKind::Blobs,   IrregularKind::Mesh,
    IrregularKind::Shuffled, IrregularKind::Speckled, IrregularKind::Flooded, IrregularKind::Faint};

/// One English word.
std::string_view irregularKindName(IrregularKind kind);

/// Makes irregular maps from regular ones. `regular` is float [N,1,S,S] in [0,1] with S divisible by 8; the result has
/// the same shape, range and device. The random numbers come from `generator` (a CPU generator), so that they repeat.
torch::Tensor makeIrregular(const torch::Tensor& regular, IrregularKind kind, at::Generator& generator);

} // namespace limpid
