// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/pick_override.h"
#include "methods/same/pick_thresholds.h"

#include <map>
#include <optional>

namespace limpid {

/// Everything a person decided about the pseudo-labels of a run. Free of LibTorch.
struct HandDecisions {
    std::map<int, PickOverride> overrides;    ///< By the image's place in the clinic's order; none of them is None.
    std::optional<PickThresholds> thresholds; ///< In the place of the judges' own.

    bool operator==(const HandDecisions&) const = default;
};

} // namespace limpid
