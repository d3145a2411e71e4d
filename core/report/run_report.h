// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"

#include <string>

namespace limpid {

/// Everything that the report of one adaptation run says and shows. Free of LibTorch and Qt.
struct RunReport {
    std::string clinic;
    std::string method = "same";
    std::string created; ///< When the report was made, as people read it.
    FolderAdaptationOutcome outcome;

    /// The report of a run that has just ended, made now.
    static RunReport of(std::string clinic, FolderAdaptationOutcome outcome);
};

} // namespace limpid
