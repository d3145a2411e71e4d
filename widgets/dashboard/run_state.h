// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace limpid {

/// Where a long run stands.
enum class RunState {
    Idle,      ///< Nothing runs, nothing ran.
    Preparing, ///< Reading and judging, before the first step.
    Running,
    Stopping, ///< Asked to stop, the step under way is being finished.
    Done,
    Failed,
};

/// True while a worker is at it.
constexpr bool isBusy(RunState state) {
    return state == RunState::Preparing || state == RunState::Running || state == RunState::Stopping;
}
/// True where a new run may begin.
constexpr bool canStart(RunState state) {
    return !isBusy(state);
}
/// True where asking to stop means something.
constexpr bool canStop(RunState state) {
    return state == RunState::Preparing || state == RunState::Running;
}

/// One translated word for people: "Preparing…", "Running", "Stopping…".
QString stateWord(RunState state);

} // namespace limpid
