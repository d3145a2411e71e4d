// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <c10/core/ScalarType.h>
#include <tl/expected.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace limpid {

/// A block of elements that tensors are views of; its bytes stand in the archive's record `data/<key>`.
struct PickledStorage {
    std::string key;
    at::ScalarType dtype = at::kFloat;
    std::uint64_t elements = 0;
};

/// One tensor of a state dict: a name and a view of a storage. The view is checked to lie inside its storage and to
/// have no more elements than it.
struct PickledTensor {
    std::string name;
    std::size_t storage = 0; ///< Index into PickledStateDict::storages.
    std::uint64_t offset = 0;
    std::vector<std::int64_t> sizes;
    std::vector<std::int64_t> strides;

    /// Whether the view stays inside a storage of `elements` and has no more elements than that.
    bool fitsInto(std::uint64_t elements) const;
};

struct PickledStateDict {
    std::vector<PickledStorage> storages; ///< Each key once.
    std::vector<PickledTensor> tensors;   ///< In the order of the dict.
};

/// Why a pickle was not read.
struct PickleProblem {
    bool damaged = true; ///< False where it may be sound, but is no state dict of tensors.
    std::string reason;
};

/// Reads the state dict that Python's `torch.save` pickled, without executing anything: it knows only the opcodes that
/// a dict of tensors needs, and only the names collections.OrderedDict, torch._utils._rebuild_tensor_v2,
/// torch._utils._rebuild_parameter and torch's storage classes. Anything else is refused by its name. Memory stays
/// within a fixed multiple of the pickle's size whatever it claims. Bytes behind the end of the pickle are passed over.
/// Opcodes: Python's Lib/pickletools.py, protocols 2 to 4.
tl::expected<PickledStateDict, PickleProblem> readPickledStateDict(std::span<const char> pickle);

} // namespace limpid
