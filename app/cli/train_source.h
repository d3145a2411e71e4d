// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit_status.h"
#include "train_options.h"

namespace limpid {

class Console;

/// Trains the source model (methods/same/source_trainer.h); writes a checkpoint at every evaluation.
ExitStatus trainSource(const TrainOptions& options, Console& console);

} // namespace limpid
