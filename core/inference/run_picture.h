// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/preview_image.h"

#include <string>

namespace limpid {

/// One photograph of a clinic before and after a run, for the run's report: 8 bits, at working size. Immutable; free of
/// LibTorch.
struct RunPicture {
    /// Why it is shown.
    enum class Kind {
        MostGained,  ///< One of those that gained most against their references.
        LeastGained, ///< One of those that gained least, or lost.
        Rejected,    ///< The picker refused the source model's output as a pseudo-label.
    };

    Kind kind = Kind::Rejected;
    std::string name; ///< File name without folder.
    PreviewImage input;
    PreviewImage source;    ///< The source model's output.
    PreviewImage adapted;   ///< The network in use; no pixels where that is the source model.
    PreviewImage reference; ///< No pixels where there is none.
    std::string reason;     ///< Of a rejected one: the judge that refused and its numbers, one English sentence.
};

} // namespace limpid
