// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/run_state.h"

#include <QCoreApplication>

namespace limpid {

QString stateWord(RunState state) {
    switch (state) {
    case RunState::Idle:
        return QCoreApplication::translate("limpid::RunState", "Ready");
    case RunState::Preparing:
        return QCoreApplication::translate("limpid::RunState", "Preparing\u2026");
    case RunState::Running:
        return QCoreApplication::translate("limpid::RunState", "Running");
    case RunState::Pausing:
        return QCoreApplication::translate("limpid::RunState", "Pausing\u2026");
    case RunState::Paused:
        return QCoreApplication::translate("limpid::RunState", "Paused");
    case RunState::Stopping:
        return QCoreApplication::translate("limpid::RunState", "Stopping\u2026");
    case RunState::Done:
        return QCoreApplication::translate("limpid::RunState", "Done");
    case RunState::Failed:
        return QCoreApplication::translate("limpid::RunState", "Failed");
    }
    return {};
}

} // namespace limpid
