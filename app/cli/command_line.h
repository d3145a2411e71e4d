// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "exit_status.h"

#include <iosfwd>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace limpid {

/// What surrounds one call of limpid-cli.
struct CommandLineSurroundings {
    std::ostream& out;
    std::ostream& err;
    bool errorsToTerminal = false;
    std::stop_token stop;
};

/// Parses `arguments` (without the program's name) for one of `commands` and runs it. Sets the log level and the number
/// of threads of the whole process.
ExitStatus runCommandLine(const std::vector<std::unique_ptr<Command>>& commands, std::vector<std::string> arguments,
                          const CommandLineSurroundings& surroundings);

} // namespace limpid
