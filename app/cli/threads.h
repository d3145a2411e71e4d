// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// Sets how many threads networks and image operations compute with, for the whole process; 0 for one per core that
/// this process may use. To be called before the first tensor.
void setThreadCount(int count);

} // namespace limpid
