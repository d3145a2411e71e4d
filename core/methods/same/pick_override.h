// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// What a person decided about an image's pseudo-label, against the judges or without them.
enum class PickOverride { None, Pick, Reject };

} // namespace limpid
