// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_reading.h"

#include <QString>

namespace limpid {

/// What can be said at this moment of why an image is poor.
struct DegradationFinding {
    enum class State {
        NoImage,    ///< None is chosen.
        Reading,    ///< It is read now, or next.
        Waiting,    ///< It is read when something else is done that may take minutes.
        Read,       ///< `reading` says it.
        NoModel,    ///< There is no model to read it with.
        OtherImage, ///< It shows nothing that can be read like this, as an OCT or a page of text.
        Failed,     ///< It could not be read; `reason` says why.
    };
    State state = State::NoImage;
    DegradationReading reading = {};
    QString reason = {}; ///< A sentence in the window's language; empty unless it failed.
};

} // namespace limpid
