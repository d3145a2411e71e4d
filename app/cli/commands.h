// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"

#include <memory>
#include <vector>

namespace limpid {

/// Every subcommand, in the order in which --help lists them. Those that read or write images are there only in a build
/// with OpenCV (LIMPID_IMAGING).
std::vector<std::unique_ptr<Command>> makeCommands();

} // namespace limpid
