// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command_line.h"
#include "commands.h"
#include "interruption.h"
#include "task/allocator.h"

#include <csignal>
#include <iostream>
#include <unistd.h>

int main(int argc, char** argv) {
    limpid::keepLargeBlocks();
    std::signal(SIGPIPE, SIG_IGN); // a reader that goes away must not end the work
    const limpid::Interruption interruption;
    const auto commands = limpid::makeCommands();
    const auto status = limpid::runCommandLine(
        commands, {argv + 1, argv + argc}, {std::cout, std::cerr, isatty(STDERR_FILENO) == 1, interruption.token()});
    return static_cast<int>(status);
}
