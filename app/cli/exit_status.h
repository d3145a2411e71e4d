// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// What limpid-cli's exit status says, the same for every command.
enum class ExitStatus : int {
    Done = 0,        ///< all of it
    SomeFailed = 1,  ///< some inputs failed; the rest are done and the failures are listed
    WrongUse = 2,    ///< the command line itself is wrong; nothing was begun
    NothingDone = 3, ///< nothing could be done
};

} // namespace limpid
