// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// What a person decided about an image's pseudo-label, over the judges' heads.
enum class PickOverride { None, Accept, Reject };

} // namespace limpid
