// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "task/result.h"

#include <torch/types.h>

#include <memory>
#include <random>
#include <string>

namespace limpid {

/// How pseudo-labels are degraded again.
struct RedegraderOptions {
    int candidates = 1; ///< Above 1: of so many degradations the one most like the clinic is taken.
    /// Every degraded image is mixed with its pseudo-label; the degradation's share is uniform from this to 1. At 1
    /// nothing is mixed.
    double mildestShare = 1.0;
    std::uint64_t seed = 1;
};

/// Degrades pseudo-labels again, so that the student has true pairs in the clinic's own camera and anatomy. Ours; free
/// of source data, since the model of degradation is code.
///
/// With more than one candidate, of so many random degradations of a pseudo-label the one is taken whose appearance
/// lies nearest to that of a random photograph of the clinic. Seeded.
class Redegrader {
public:
    /// `clinicAppearance` [M, F] are appearanceStatistics() of the clinic's photographs.
    Redegrader(std::unique_ptr<Degradation> degradation, torch::Tensor clinicAppearance, RedegraderOptions options);

    /// Degraded copies of `labels` [N, 3, H, W] in [0, 1], zero outside `fieldOfView` [N, 1, H, W].
    torch::Tensor degrade(const torch::Tensor& labels, const torch::Tensor& fieldOfView);

    /// Where the random draws stand: its own and its degradation's.
    std::string saveState() const;
    /// Continues from a saved state; InvalidArgument, and nothing changed, where it is not one.
    Result<void> restoreState(const std::string& state);

private:
    torch::Tensor fullyDegraded(const torch::Tensor& labels, const torch::Tensor& fieldOfView);

    std::unique_ptr<Degradation> m_degradation;
    torch::Tensor m_clinicAppearance;
    torch::Tensor m_scale; ///< Spread of every statistic over the clinic.
    RedegraderOptions m_options;
    std::mt19937_64 m_random;
};

} // namespace limpid
