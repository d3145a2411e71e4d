// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "inference/folder_adaptation.h"
#include "methods/same/picker.h"
#include "methods/same/same_model.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace limpid {

/// What an adaptation to a folder is put together from, for the run itself and for what is measured before it.

/// The model to start from; WrongModality where it is for another modality than the request's.
Result<SameModel> loadSourceModel(const FolderAdaptationRequest& request);

/// The judges that the request's configuration wants. With `acceptAll` they are asked, but refuse nothing.
Result<PseudoLabelPicker> loadPicker(const FolderAdaptationRequest& request, bool acceptAll = false);

/// Side of the working frame in pixels: the request's, rounded up to what the network takes.
int workingSide(const FolderAdaptationRequest& request, const SameModel& model);

/// The degradation of fundus photographs by a preset that exists.
std::unique_ptr<Degradation> fundusDegradation(std::string_view preset, std::uint64_t seed);

} // namespace limpid
