// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <string>

namespace limpid {

/// One held-out image of the clinic probe before and after an adaptation: the pseudo-reference, what the probe's
/// degradation made of it, and how the source model and the network in use restore that. Neither was taught with it.
/// PSNR in dB inside the field of view, at working size, against the pseudo-reference. Immutable; free of LibTorch.
struct ProbeComparison {
    int image = 0; ///< Place in the clinic's order.
    std::string name;
    PreviewImage reference;
    PreviewImage degraded;
    PreviewImage source;
    PreviewImage adapted;
    double degradedPsnr = 0.0;
    double sourcePsnr = 0.0;
    double adaptedPsnr = 0.0;
    /// Means over all degradations of this pseudo-reference, of which the pictures show the first.
    double sourceMeanPsnr = 0.0;
    double sourceMeanSsim = 0.0;
    double adaptedMeanPsnr = 0.0;
    double adaptedMeanSsim = 0.0;
};

} // namespace limpid
