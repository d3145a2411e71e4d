// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "methods/same/clinic_preparation.h"
#include "methods/same/picker.h"
#include "methods/same/same_model.h"

namespace limpid {

/// What an adaptation to a folder is put together from, for the run itself and for what is measured before it.

/// The model to start from; WrongModality where it is for another modality than the request's.
Result<SameModel> loadSourceModel(const FolderAdaptationRequest& request);

/// The judges that the request's configuration wants. With `acceptAll` they are asked, but refuse nothing.
Result<PseudoLabelPicker> loadPicker(const FolderAdaptationRequest& request, bool acceptAll = false);

/// Side of the working frame in pixels: the request's, rounded up to what the network takes.
int workingSide(const FolderAdaptationRequest& request, const SameModel& model);

/// What makes the degradations that the request's configuration names, for these images of the clinic.
/// InvalidArgument where its preset does not exist; with a fitted redegradation also what loading the degradation
/// estimator fails with.
Result<DegradationMaker> degradationMaker(const FolderAdaptationRequest& request, const ClinicImages& clinic);

} // namespace limpid
