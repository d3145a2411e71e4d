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
    Pausing,  ///< Asked to pause, the step under way is being finished.
    Paused,   ///< Holds still between two steps until it is resumed, stopped or cancelled.
    Stopping, ///< Asked to stop or to cancel, the step under way is being finished.
    Done,
    Failed,
};

/// True while a worker is at it, a pause included.
constexpr bool isBusy(RunState state) {
    return state != RunState::Idle && state != RunState::Done && state != RunState::Failed;
}
/// True where a new run may begin.
constexpr bool canStart(RunState state) {
    return !isBusy(state);
}
/// True where asking to pause means something: before the first step there is nothing to hold still between.
constexpr bool canPause(RunState state) {
    return state == RunState::Running;
}
/// True where a run waits to go on.
constexpr bool canResume(RunState state) {
    return state == RunState::Paused;
}
/// True where asking to stop, and to keep the best, means something.
constexpr bool canStop(RunState state) {
    return isBusy(state) && state != RunState::Stopping;
}
/// True where asking to cancel, and to discard what was learnt, means something.
constexpr bool canCancel(RunState state) {
    return canStop(state);
}

/// One translated word for people: "Preparing…", "Running", "Stopping…".
QString stateWord(RunState state);

} // namespace limpid
