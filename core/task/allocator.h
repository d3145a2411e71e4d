// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// Tells the C library to keep freed memory for the next request instead of handing it back to the system, and lets all
/// threads share one pool. Networks ask for the same large blocks at every step; with the defaults each step maps,
/// clears and unmaps them again, which can cost as much as the computing. To be called once, first thing in main().
/// Does nothing where the C library is not glibc.
void keepLargeBlocks();

} // namespace limpid
