// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/model_card.h"
#include "storage/training_data.h"
#include "task/result.h"
#include "train_options.h"

namespace limpid {

/// The model card of a training run: words from `options.card` where there is one, counts and names from the data, and
/// the command line. Metrics are the caller's.
Result<ModelCard> trainingCard(const TrainOptions& options, const TrainingData& training, const TrainingData& heldOut);

} // namespace limpid
