// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/guard_verdict.h"
#include "methods/same/image_guard.h"
#include "methods/same/quality_assessor.h"

#include <torch/types.h>

#include <vector>

namespace limpid {

/// Looks at both restorations of a photograph and decides which of them, or the photograph itself, is shown: the gain
/// that the ImageGuard forecasts, the quality judge, the photograph's own vessels (found without a network, so that
/// none judges itself) and the colour. One thread at a time.
class RestorationGuard {
public:
    /// The quality judge may be shared with others in the same thread and lies on the images' device.
    RestorationGuard(ImageGuard forecast, QualityAssessor quality);

    /// One verdict for every image: `input`, `bySource` and `byAdapted` [N, 3, H, W] in [0, 1], `fieldOfView`
    /// [N, 1, H, W] in {0, 1}.
    std::vector<GuardVerdict> decide(const torch::Tensor& input, const torch::Tensor& bySource,
                                     const torch::Tensor& byAdapted, const torch::Tensor& fieldOfView);

    const ImageGuard& forecast() const { return m_forecast; }

private:
    ImageGuard m_forecast;
    QualityAssessor m_quality;
};

} // namespace limpid
