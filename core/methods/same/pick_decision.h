// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>

namespace limpid {

/// The picker's answer for one pseudo-label, with everything it rests on. Scores of a judge that was not asked are 0.
struct PickDecision {
    double good = 0.0;               ///< p(good), 0..1, after the evidence of the damage where that was heard
    double usable = 0.0;             ///< p(usable), 0..1
    double reject = 0.0;             ///< p(reject), 0..1
    double damage = 0.0;             ///< how damaged the photograph is, 0..1; 0 where it was not asked
    double severity = 0.0;           ///< estimated severity of what is still wrong, 0..1 (0 with the MCF judge)
    double structureScore = 0.0;     ///< irregularity, about 3 on an average source map
    double structureThreshold = 0.0; ///< accepted up to this
    double qualityThreshold = 0.0;   ///< accepted above this
    bool qualityAccepted = true;
    bool structureAccepted = true;
    bool accepted = true;  ///< both
    bool original = false; ///< what was judged is the photograph itself and not its restoration
    std::string reason;    ///< one English sentence naming the judge that refused and its numbers
};

} // namespace limpid
