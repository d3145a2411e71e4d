// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/label_review.h"
#include "methods/same/pseudo_labeller.h"
#include "methods/same/training_crops.h"

#include <cstdint>
#include <vector>

namespace limpid {

/// Has a network propose the pseudo-labels of chosen whole images, in the order of `rows`, for a person to look at.
/// `rows` count in `crops`. Of the reviews, epoch, image, name and byHand are left to the caller. In the calling
/// thread.
std::vector<LabelReview> reviewLabels(PseudoLabeller& labeller, StructurePreservingUnet& network,
                                      const TrainingCrops& crops, const std::vector<int64_t>& rows);

} // namespace limpid
