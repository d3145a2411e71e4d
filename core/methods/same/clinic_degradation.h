// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/degradation_estimator.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace limpid {

/// The name under which a preset is asked for where it is only the general share of a clinic's degradation:
/// "fitted+gfe".
std::string fittedWith(std::string_view preset);
/// The preset of such a name; nothing where `name` is a preset alone.
std::optional<std::string_view> generalPartOf(std::string_view name);

/// How a clinic's own degradation is imitated.
struct ClinicDegradationOptions {
    double generalShare = 0.5; ///< Share of images that the general mixture degrades instead.
    double jitter = 0.2;       ///< Every severity and log gain is multiplied by 1 -+ this.
    std::uint64_t seed = 1;
};

/// Degrades pseudo-labels as the clinic's own photographs are degraded: for every image, what the estimator reads off a
/// random photograph of the clinic, less what it reads off the image itself, is done to the image
/// (DegradationRanges::ofSeverities()). Without that difference the camera's look would count as damage. Some images
/// go to a general mixture instead, so that what the estimator cannot see is not unlearnt. Fundus photographs; seeded.
/// Ours.
class ClinicDegradation final : public Degradation {
public:
    /// `clinic` [M, 9] are the estimates of the clinic's photographs, M of at least 1. The estimator is used in eval
    /// mode and may be shared with others in the same thread.
    ClinicDegradation(DegradationEstimator estimator, torch::Tensor clinic, std::unique_ptr<Degradation> general,
                      ClinicDegradationOptions options);

    DegradedBatch apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) override;
    std::string saveState() const override;
    Result<void> restoreState(std::string_view state) override;

private:
    DegradationPlan planFor(const torch::Tensor& own);

    DegradationEstimator m_estimator;
    torch::Tensor m_clinic; ///< On the CPU.
    std::unique_ptr<Degradation> m_general;
    ClinicDegradationOptions m_options;
    RandomDraws m_draws;
};

} // namespace limpid
