// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_snapshot.h"

#include <optional>

namespace limpid {

/// What a RunGuard calls a run that goes wrong; ours, far from what a run that went well showed (CHASE_DB1, 16 epochs:
/// 21 to 69 % accepted, contrast 1.01 to 1.06, likeness 50 falling to 33 dB).
struct RunGuardLimits {
    double leastAccepted = 0.02; ///< Share of pseudo-labels; below it a run learns next to nothing.
    /// Spread of the teacher's restorations (standard deviation inside the field of view), relative to the source
    /// model's; below it the pictures have become flat.
    double leastContrast = 0.6;
    double leastLikeness = 17.0; ///< PSNR, dB, of the teacher's restorations against the source model's.
    int patience = 2;            ///< So many epochs in a row must go wrong.
    int hopeless = 8;            ///< So many epochs without a teacher that the clinic probe prefers end a run.
};

/// Watches the epochs of an adaptation for signs that it has gone astray, so that it ends in words instead of computing
/// on: no pseudo-labels any more, restorations that become flat, a teacher that has left the source model far behind,
/// and no gain on the clinic probe. Ours. (What is not a number ends a run by itself, in TrainingDiverged.)
class RunGuard {
public:
    explicit RunGuard(const RunGuardLimits& limits = {})
        : m_limits(limits) {}

    /// Looks at the next epoch, in order, epoch 0 included or not; says why the run should end, if it should.
    std::optional<AdaptationVerdict> look(const AdaptationEpoch& epoch);

private:
    RunGuardLimits m_limits;
    int m_unaccepted = 0; ///< Epochs in a row.
    int m_flat = 0;
    int m_far = 0;
    int m_withoutGain = 0;
    bool m_gained = false;
};

} // namespace limpid
