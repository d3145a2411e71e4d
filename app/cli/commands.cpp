// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "train_command.h"

#ifdef LIMPID_CLI_IMAGING
#include "degrade_command.h"
#include "evaluate_command.h"
#include "phantom_command.h"
#include "prepare_command.h"
#endif

namespace limpid {

std::vector<std::unique_ptr<Command>> makeCommands() {
    std::vector<std::unique_ptr<Command>> commands;
#ifdef LIMPID_CLI_IMAGING
    commands.push_back(makeEvaluateCommand());
    commands.push_back(makeDegradeCommand());
    commands.push_back(makePrepareCommand());
    commands.push_back(makePhantomCommand());
#endif
    commands.push_back(makeTrainCommand());
    return commands;
}

} // namespace limpid
