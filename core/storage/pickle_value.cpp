// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/pickle_value.h"

#include <algorithm>
#include <array>

namespace limpid {

namespace {

using What = PickleGlobal::What;

constexpr auto knownGlobals = std::to_array<PickleGlobal>({
    {"collections.OrderedDict", What::OrderedDict},
    {"torch._utils._rebuild_tensor_v2", What::RebuildTensor},
    {"torch._utils._rebuild_parameter", What::RebuildParameter},
    {"torch.DoubleStorage", What::Storage, at::kDouble},
    {"torch.FloatStorage", What::Storage, at::kFloat},
    {"torch.HalfStorage", What::Storage, at::kHalf},
    {"torch.BFloat16Storage", What::Storage, at::kBFloat16},
    {"torch.LongStorage", What::Storage, at::kLong},
    {"torch.IntStorage", What::Storage, at::kInt},
    {"torch.ShortStorage", What::Storage, at::kShort},
    {"torch.CharStorage", What::Storage, at::kChar},
    {"torch.ByteStorage", What::Storage, at::kByte},
    {"torch.BoolStorage", What::Storage, at::kBool},
});

} // namespace

const PickleGlobal* PickleGlobal::find(std::string_view name) {
    const auto* const known = std::find_if(knownGlobals.begin(), knownGlobals.end(),
                                           [&](const PickleGlobal& global) { return global.name == name; });
    return known == knownGlobals.end() ? nullptr : known;
}

} // namespace limpid
