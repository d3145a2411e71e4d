// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// Sets how many threads networks compute with, for the whole process and every thread of it that has not computed yet;
/// 0 for one per processor that this process may use (LibTorch alone takes one per physical core). Returns the number.
/// To be called before the first tensor.
int setNetworkThreads(int count);

} // namespace limpid
