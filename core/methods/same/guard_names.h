// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/guard_verdict.h"

#include <optional>
#include <string_view>

namespace limpid {

// The words of a guard's decisions in records, beside guardChoiceName(), and back.

/// "gains", "no gain", "looks worse", "loses vessels", "invents vessels", "implausible colour" or "original looks
/// best".
std::string_view guardReasonName(GuardReason reason);
/// The reason of that name; none for other words.
std::optional<GuardReason> guardReasonNamed(std::string_view name);
/// The choice that guardChoiceName() calls so; none for other words.
std::optional<GuardChoice> guardChoiceNamed(std::string_view name);

} // namespace limpid
