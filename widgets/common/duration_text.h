// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace limpid {

/// A length of time as people read it on a clock: "3:07", "1:02:05". `seconds` is not negative.
QString durationText(double seconds);

} // namespace limpid
