// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "storage/model_card.h"

namespace limpid {

/// The model card of an adapted model: the parent's words, the clinic's counts (no names of images), the probe's and,
/// where there were references, their figures, and the lineage.
Result<ModelCard> adaptedCard(const std::string& parentCardJson, const FolderAdaptationRequest& request,
                              const FolderAdaptationOutcome& outcome);

} // namespace limpid
