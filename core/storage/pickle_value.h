// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <c10/core/ScalarType.h>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace limpid {

/// A Python name that a state dict may refer to. There are no others.
struct PickleGlobal {
    enum class What { OrderedDict, RebuildTensor, RebuildParameter, Storage };

    std::string_view name; ///< "module.name"
    What what = What::OrderedDict;
    at::ScalarType dtype = at::kFloat; ///< Of a storage.

    /// The known global of that name, or a null pointer.
    static const PickleGlobal* find(std::string_view name);
};

/// A value on the stack of the pickle machine: small and freely copied. What is larger lies in the machine's own pools,
/// so that a hostile pickle can neither multiply it nor nest it deeper than the machine's stack.
struct PickleValue {
    enum class Kind { None, Mark, Boolean, Integer, Real, Text, Global, Storage, Tensor, Tuple, List, Dictionary };

    Kind kind = Kind::None;
    std::int64_t integer = 0;             ///< Boolean, Integer.
    std::size_t index = 0;                ///< Storage, Tensor, Tuple, Dictionary: place in its pool.
    std::string_view text = {};           ///< Text: bytes of the pickle.
    const PickleGlobal* global = nullptr; ///< Global.
};

} // namespace limpid
