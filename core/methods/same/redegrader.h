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

/// Degrades pseudo-labels again, so that the student has true pairs in the clinic's own camera and anatomy. Ours; free
/// of source data, since the model of degradation is code.
///
/// With more than one candidate, of so many random degradations of a pseudo-label the one is taken whose appearance
/// lies nearest to that of a random photograph of the clinic. Seeded.
class Redegrader {
public:
    /// `clinicAppearance` [M, F] are appearanceStatistics() of the clinic's photographs.
    Redegrader(std::unique_ptr<Degradation> degradation, torch::Tensor clinicAppearance, int candidates,
               std::uint64_t seed);

    /// Degraded copies of `labels` [N, 3, H, W] in [0, 1], zero outside `fieldOfView` [N, 1, H, W].
    torch::Tensor degrade(const torch::Tensor& labels, const torch::Tensor& fieldOfView);

    /// Where the random draws stand: its own and its degradation's.
    std::string saveState() const;
    /// Continues from a saved state; InvalidArgument, and nothing changed, where it is not one.
    Result<void> restoreState(const std::string& state);

private:
    std::unique_ptr<Degradation> m_degradation;
    torch::Tensor m_clinicAppearance;
    torch::Tensor m_scale; ///< Spread of every statistic over the clinic.
    int m_candidates;
    std::mt19937_64 m_random;
};

} // namespace limpid
