// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"
#include "storage/training_data.h"

#include <vector>

namespace limpid {

/// Pictures of a finished run, for its report: where there were references and another network than the source model is
/// in use, the three photographs that gained most (the best first) and the three that gained least (the worst first),
/// none of them twice; then up to three whose pseudo-labels were rejected, the least good first. `clinic` is what the
/// run read; `outcome` holds its scores and decisions. What a reference no longer gives is left out. In the calling
/// thread; leaves both networks in eval mode.
std::vector<RunPicture> runPictures(const FolderAdaptationOutcome& outcome, const TrainingData& clinic,
                                    StructurePreservingUnet& source, StructurePreservingUnet& adapted,
                                    const ComputeFormat& format);

} // namespace limpid
