// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"

#include <cstdint>

namespace limpid {

/// The degradations of fundus photographs: cataract haze, illumination, spots, blur and the photometric extras.
/// Order, along the way of the light: haze, illumination, spots, blur, veil, darkening, noise, cast, gamma; then
/// everything outside of the field of view is set to zero.
class FundusDegradation final : public Degradation {
public:
    FundusDegradation(DegradationRanges ranges, std::uint64_t seed);

    const DegradationRanges& ranges() const { return m_ranges; }

    /// Draws what will happen to one image, and moves the random draws on.
    DegradationPlan drawPlan();
    DegradedBatch apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) override;
    /// Applies given plans, one per sample; the random draws are not touched.
    static DegradedBatch applyPlans(const torch::Tensor& images, const torch::Tensor& fieldOfView,
                                    const std::vector<DegradationPlan>& plans);

    std::string saveState() const override;
    Result<void> restoreState(std::string_view state) override;

private:
    DegradationRanges m_ranges;
    RandomDraws m_draws;
};

} // namespace limpid
