// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace limpid {

/// The two judges of the picker.
enum class PickJudge { Quality, Structure };

/// The thresholds of both: p(good) must be above `quality` (0..1), the structure score not above `structure`. Free of
/// LibTorch.
struct PickThresholds {
    double quality = 0.0;
    double structure = 0.0;

    bool operator==(const PickThresholds&) const = default;
    double of(PickJudge judge) const { return judge == PickJudge::Quality ? quality : structure; }
    void set(PickJudge judge, double value) { (judge == PickJudge::Quality ? quality : structure) = value; }
};

} // namespace limpid
