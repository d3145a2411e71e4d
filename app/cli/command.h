// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "console.h"
#include "exit_status.h"

#include <string>

namespace CLI {
class App;
}

namespace limpid {

/// One subcommand of limpid-cli. To add one: a class in a file of its own, and one line in commands.cpp.
class Command {
public:
    virtual ~Command() = default;

    /// The word on the command line.
    virtual std::string name() const = 0;
    /// One line for --help.
    virtual std::string description() const = 0;
    /// Declares the options on this command's own parser; they are bound to members of the command.
    virtual void add(CLI::App& parser) = 0;
    /// Does the work after parsing. Results go to console.results() and console.print(), failures to console.fail().
    virtual ExitStatus run(Console& console) = 0;
};

} // namespace limpid
