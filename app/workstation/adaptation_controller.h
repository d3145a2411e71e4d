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
    std::vector<std::vector<LabelReview>> reviews; ///< One for every epoch whose pseudo-labels were looked at.
    std::vector<ProbeComparison> heldOut;          ///< Once, at the end of a run with a new model.
    double fraction = 0.0;                         ///< Of the whole run, 0..1.
    std::string doing;                             ///< In English, as the engine says it.
    double seconds = 0.0;                          ///< Since the run began.
};

/// Runs one adaptation at a time in one worker thread. The worker leaves snapshots in a ring; a timer collects them, so
/// that the window is never flooded. Everything is called, and every signal comes, in the thread that owns the object.
class AdaptationController : public QObject {
    Q_OBJECT

public:
    explicit AdaptationController(std::shared_ptr<AdaptationEngine> engine, QObject* parent = nullptr);
    /// Asks a run to stop and waits until it has.
    ~AdaptationController() override;

    RunState state() const { return m_state; }
    /// Begins a run; to be called only where canStart(state()). The run waits for the end of `before`, which is asked
    /// to stop, and computes nothing beside it.
    void start(const AdaptationJob& job, std::jthread before = {});
    /// Each asks something of the run, which follows after the step under way; the state says so at once. Where the
    /// state does not allow it, nothing happens.
    void pause();
    void resume();
    void stop();
    /// Stops, and ends with cancelled() whatever was learnt.
    void cancel();
    /// Takes or leaves the pseudo-labels of an image, by its place in the clinic, from the next step on.
    void setOverride(int image, PickOverride decision);
    /// Has the judges decide by other thresholds from the next step on.
    void setThresholds(const PickThresholds& thresholds);

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
    void notePaused();
    void collect();
    void end(const Outcome& outcome);
    void setState(RunState newState);

    std::shared_ptr<AdaptationEngine> m_engine;
    RunState m_state = RunState::Idle;
    std::optional<AdaptationControl> m_control; ///< Of the run under way.
    bool m_discard = false;
    QTimer m_timer;
    QElapsedTimer m_clock;
    SnapshotRing<AdaptationStep> m_steps;
    SnapshotRing<AdaptationEpoch> m_epochs;
    SnapshotRing<std::vector<LabelReview>> m_reviews;
    SnapshotRing<std::vector<ProbeComparison>> m_heldOut;
    SnapshotRing<ProgressUpdate> m_progress;
    ProgressUpdate m_lastProgress;
    std::jthread m_thread;
};

} // namespace limpid
