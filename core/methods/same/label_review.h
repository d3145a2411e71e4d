// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/pick_decision.h"
#include "methods/same/pick_override.h"
#include "methods/same/preview_image.h"

#include <string>

namespace limpid {

/// The pseudo-label that the teacher proposes for one whole image after an epoch, and what the judges say of it.
/// Immutable; free of LibTorch.
struct LabelReview {
    int epoch = 0; ///< 0: by the source model, before the first step.
    int image = 0; ///< Place in the clinic's order.
    std::string name;
    PickDecision decision; ///< The judges'.
    PickOverride byHand = PickOverride::None;
    PreviewImage input;
    PreviewImage output;
    PreviewImage structure; ///< One channel: probability of structure.
};

} // namespace limpid
