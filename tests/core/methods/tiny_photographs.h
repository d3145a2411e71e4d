// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/quality_examples.h"
#include "tiny_clinic.h"

namespace limpid {

/// `count` images of the tiny clinic in a disc of `side` pixels, float.
inline QualityTrainingSet tinyPhotographs(int64_t count, int64_t side) {
    const auto place = (torch::arange(side, torch::kFloat) + 0.5) / static_cast<double>(side) - 0.5;
    const auto disc = ((place.view({1, -1}).square() + place.view({-1, 1}).square()) < 0.24).to(torch::kFloat);
    QualityTrainingSet set;
    set.fieldsOfView = disc.expand({count, 1, side, side}).contiguous();
    set.images = tinyClinic(count, side).images.to(torch::kFloat) / 255.0 * set.fieldsOfView;
    return set;
}

} // namespace limpid
