// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// Puts the calling thread, and those that it starts from now on, behind the rest of the program wherever there are
/// more threads than processors: for work that takes minutes and that nobody looks at, beside a window that must answer
/// at once. Costs nothing where a processor is free. Does nothing where the system knows no priority of a thread.
void computeInTheBackground();

} // namespace limpid
