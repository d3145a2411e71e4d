// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "inference/enhancer.h"
#include "methods/same/pick_decision.h"
#include "task/result.h"

#include <filesystem>

namespace limpid {

/// What is still wrong with a restoration, measured against the good version of its photograph.
struct PickTruth {
    double severity = 0.0; ///< lossSeverity() at working size, 0..1
    bool good = false;     ///< severity within the band that the quality judge is taught to call good
};

/// Measures an enhancement of `photograph` against `reference`, which must be of its size. The enhancement must have
/// been made at the working size `workingSize`. Fails with what reading fails with, or InvalidArgument. For evaluation
/// only.
Result<PickTruth> measurePick(const Enhancement& enhancement, const Image& photograph,
                              const std::filesystem::path& reference, int workingSize);

/// Counts how often one judge was right: "picked" is its decision, "good" the truth.
class JudgeTally {
public:
    void add(bool picked, bool good);

    int picked() const { return m_picked; }
    int good() const { return m_good; }
    int total() const { return m_total; }
    /// Share of the picked that are good; NaN where nothing was picked.
    double precision() const;
    /// Share of the good that were picked; NaN where nothing is good.
    double recall() const;

private:
    int m_total = 0;
    int m_picked = 0;
    int m_good = 0;
    int m_both = 0;
};

} // namespace limpid
