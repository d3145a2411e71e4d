// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commands.h"

#include "import_pytorch_command.h"
#include "train_command.h"

#ifdef LIMPID_CLI_IMAGING
#include "adapt_command.h"
#include "clinics_command.h"
#include "degrade_command.h"
#include "demo_command.h"
#include "enhance_command.h"
#include "evaluate_command.h"
#include "fidelity_command.h"
#include "models_command.h"
#include "phantom_command.h"
#include "pick_command.h"
#include "prepare_command.h"
#endif

namespace limpid {

std::vector<std::unique_ptr<Command>> makeCommands() {
    std::vector<std::unique_ptr<Command>> commands;
#ifdef LIMPID_CLI_IMAGING
    commands.push_back(makeEnhanceCommand());
    commands.push_back(makeAdaptCommand());
    commands.push_back(makeDemoCommand());
    commands.push_back(makePickCommand());
    commands.push_back(makeModelsCommand());
    commands.push_back(makeClinicsCommand());
    commands.push_back(makeEvaluateCommand());
    commands.push_back(makeFidelityCommand());
    commands.push_back(makeDegradeCommand());
    commands.push_back(makePrepareCommand());
    commands.push_back(makePhantomCommand());
#endif
    commands.push_back(makeTrainCommand());
    commands.push_back(makeImportPytorchCommand());
    return commands;
}

} // namespace limpid
