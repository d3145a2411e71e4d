// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <memory>

namespace limpid {

/// limpid-cli fidelity: see its --help.
std::unique_ptr<Command> makeFidelityCommand();

} // namespace limpid
