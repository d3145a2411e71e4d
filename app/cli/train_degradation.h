// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exit_status.h"
#include "train_options.h"

namespace limpid {

class Console;

/// Trains the degradation estimator (methods/same/degradation_trainer.h) and prints how well it reads held-out
/// photographs under draws that training never saw.
ExitStatus trainDegradation(const TrainOptions& options, Console& console);

} // namespace limpid
