// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "guard/guard_record.h"

namespace limpid::test {

inline GuardRecord guarded(const char* name, GuardChoice choice, GuardReason reason, double forecast) {
    return {QString::fromUtf8(name), {choice, reason, forecast, 0.25, 0.5, 0.75}};
}

/// Four photographs in the order of a folder: two adapted, one source, one as it was taken.
inline QList<GuardRecord> guardedPhotographs() {
    return {guarded("eye 2.png", GuardChoice::Adapted, GuardReason::Gains, 1.25),
            guarded("eye 10.png", GuardChoice::Source, GuardReason::NoGain, -0.5),
            guarded("eye 9.png", GuardChoice::Original, GuardReason::OriginalLooksBest, 10.0),
            guarded("眼, 1.png", GuardChoice::Adapted, GuardReason::Gains, 0.75)};
}

inline GuardedRun guardedRun() {
    return {QStringLiteral("North"),
            {QDate(2026, 3, 1), QTime(9, 30)},
            QStringLiteral("/clinic/north"),
            guardedPhotographs()};
}

} // namespace limpid::test
