// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit_status.h"
#include "train_options.h"

namespace limpid {

class Console;

/// Trains the quality assessor of the picker (methods/same/quality_trainer.h).
ExitStatus trainQuality(const TrainOptions& options, Console& console);

/// Trains the irregular structure detector of the picker (methods/same/structure_trainer.h).
ExitStatus trainStructure(const TrainOptions& options, Console& console);

} // namespace limpid
