// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation.h"
#include "methods/same/guard_judges.h"
#include "methods/same/guard_verdict.h"
#include "methods/same/network_range.h"
#include "methods/same/structure_preserving_unet.h"
#include "nn/compute_format.h"

#include <cstdint>
#include <stop_token>

namespace limpid {

/// Adaptation to a single photograph.
struct TestTimeOptions {
    int steps = 10;
    int batchSize = 4; ///< Degradations of the restoration in one step.
    double learningRate = 1e-4;
    int probes = 24; ///< Degradations that are not learnt from, by which the guard forecasts.
    std::uint64_t seed = 1;
};

/// What came of it.
struct TestTimeOutcome {
    Restored result; ///< Of the network that the guard chose, or the photograph itself as result.image.
    GuardVerdict verdict;
};

/// Test-time adaptation to one photograph without a folder (the future work of Li et al., TMI 2024): the network's own
/// restoration is degraded again and a copy of the network learns to restore it, for a few steps. What that is worth is
/// forecast on degradations that it did not learn from, and the RestorationGuard decides; the network itself is not
/// changed. Ours.
///
/// `image` [1, 3, H, W] in [0, 1] with `fieldOfView` [1, 1, H, W]; all on the network's device, the judges too.
/// A request to stop ends the learning; the guard still decides about what was learnt. A loss that is no number leaves
/// the network as it was.
TestTimeOutcome adaptToImage(StructurePreservingUnet& network, const GuardJudges& judges, const ComputeFormat& format,
                             const torch::Tensor& image, const torch::Tensor& fieldOfView, Degradation& degradation,
                             const TestTimeOptions& options = {}, const std::stop_token& stop = {});

} // namespace limpid
