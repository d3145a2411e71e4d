// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <string>
#include <vector>

namespace limpid {

/// What a guard decided for one image after a run: which result is shown for it, and why.
struct GuardDecision {
    std::string image;  ///< File name without folder.
    std::string used;   ///< "adapted", "source" or "original".
    std::string reason; ///< One English sentence.
};

/// Everything that the report of one adaptation run says and shows. Free of LibTorch and Qt.
struct RunReport {
    std::string clinic;
    std::string method = "same";
    std::string created; ///< When the report was made, as people read it.
    FolderAdaptationOutcome outcome;
    std::vector<GuardDecision> guard; ///< Empty where no guard was asked; the report is then silent about it.

    /// The report of a run that has just ended, made now.
    static RunReport of(std::string clinic, FolderAdaptationOutcome outcome);
};

} // namespace limpid
