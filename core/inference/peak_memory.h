// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// The most memory this process has held so far, in MB of 10^6 bytes (getrusage's maximum resident set).
double peakMemoryMb();

} // namespace limpid
