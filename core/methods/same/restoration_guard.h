// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/guard_judges.h"
#include "methods/same/guard_verdict.h"
#include "methods/same/image_guard.h"
#include "methods/same/network_range.h"

#include <torch/types.h>

#include <vector>

namespace limpid {

/// Looks at both restorations of a photograph and decides which of them, or the photograph itself, is shown: the gain
/// that the ImageGuard forecasts, the quality judge, the veil (and, for the run as a whole, the noise) that the
/// degradation estimator finds left, the photograph's own vessels (found without a network, so that none judges
/// itself), the structure judge and the colour. One thread at a time.
class RestorationGuard {
public:
    /// The judges may be shared with others in the same thread and lie on the images' device.
    RestorationGuard(ImageGuard forecast, GuardJudges judges);

    /// One verdict for every image: `input` [N, 3, H, W] in [0, 1], what both models made of it, `fieldOfView`
    /// [N, 1, H, W] in {0, 1}; sides of 64 px and more with an estimator.
    std::vector<GuardVerdict> decide(const torch::Tensor& input, const Restored& bySource, const Restored& byAdapted,
                                     const torch::Tensor& fieldOfView);

    const ImageGuard& forecast() const { return m_forecast; }

private:
    ImageGuard m_forecast;
    GuardJudges m_judges;
};

} // namespace limpid
