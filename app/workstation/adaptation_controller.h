// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_engine.h"
#include "dashboard/run_state.h"
#include "snapshot_ring.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace limpid {

/// What has happened since the news before.
struct AdaptationNews {
    std::vector<AdaptationStep> steps;
    std::vector<AdaptationEpoch> epochs;
    double fraction = 0.0; ///< Of the whole run, 0..1.
    std::string doing;     ///< In English, as the engine says it.
    double seconds = 0.0;  ///< Since the run began.
};

/// Runs one adaptation at a time in one worker thread. The worker leaves snapshots in a ring; a timer collects them, so
/// that the window is never flooded. Everything is called, and every signal comes, in the thread that owns the object.
class AdaptationController : public QObject {
    Q_OBJECT

public:
    explicit AdaptationController(std::unique_ptr<AdaptationEngine> engine, QObject* parent = nullptr);
    /// Asks a run to stop and waits until it has.
    ~AdaptationController() override;

    RunState state() const { return m_state; }
    /// Begins a run; to be called only where canStart(state()).
    void start(const AdaptationJob& job);
    /// Asks the run to stop after the step under way. The state says so at once.
    void stop();

Q_SIGNALS:
    void stateChanged(RunState newState);
    void newsArrived(const AdaptationNews& news);
    /// Exactly one of these ends a run.
    void finished(const FolderAdaptationOutcome& outcome);
    void cancelled();
    void failed(const QString& sentence);

private:
    using Outcome = Result<FolderAdaptationOutcome>;
    void work(const AdaptationJob& job, const std::stop_token& stop);
    void collect();
    void end(const Outcome& outcome);
    void setState(RunState newState);

    std::unique_ptr<AdaptationEngine> m_engine;
    RunState m_state = RunState::Idle;
    QTimer m_timer;
    QElapsedTimer m_clock;
    SnapshotRing<AdaptationStep> m_steps;
    SnapshotRing<AdaptationEpoch> m_epochs;
    SnapshotRing<ProgressUpdate> m_progress;
    ProgressUpdate m_lastProgress;
    std::jthread m_thread;
};

} // namespace limpid
