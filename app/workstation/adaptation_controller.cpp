// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_controller.h"

#include "background_priority.h"
#include "error_sentence.h"
#include "worker_guard.h"

#include <utility>

namespace limpid {

namespace {

constexpr int collectEveryMs = 100;
constexpr std::size_t mostSnapshots = 4096;
/// Each holds some megabytes of previews.
constexpr std::size_t mostReviews = 4;

} // namespace

AdaptationController::AdaptationController(std::shared_ptr<AdaptationEngine> engine, QObject* parent)
    : QObject(parent)
    , m_engine(std::move(engine))
    , m_steps(mostSnapshots)
    , m_epochs(mostSnapshots)
    , m_reviews(mostReviews)
    , m_heldOut(1)
    , m_progress(1) {
    m_timer.setInterval(collectEveryMs);
    connect(&m_timer, &QTimer::timeout, this, &AdaptationController::collect);
}

AdaptationController::~AdaptationController() {
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

void AdaptationController::start(const AdaptationJob& job, std::jthread before) {
    if (!canStart(m_state))
        return;
    m_lastProgress = {};
    m_discard = false;
    m_control.emplace();
    m_clock.start();
    m_timer.start();
    setState(RunState::Preparing);
    auto obeying = job;
    obeying.control = &*m_control;
    m_thread = std::jthread([this, obeying, before = std::move(before)](const std::stop_token& stop) mutable {
        before = {}; // stops it and waits for it
        work(obeying, stop);
    });
}

void AdaptationController::stop() {
    if (!canStop(m_state))
        return;
    m_thread.request_stop();
    setState(RunState::Stopping);
}

void AdaptationController::cancel() {
    if (!canCancel(m_state))
        return;
    m_discard = true;
    stop();
}

void AdaptationController::pause() {
    if (!canPause(m_state))
        return;
    setState(RunState::Pausing);
    m_control->requestPause();
}

void AdaptationController::resume() {
    if (!canResume(m_state))
        return;
    m_control->resume();
    setState(RunState::Running);
}

void AdaptationController::setOverride(int image, PickOverride decision) {
    if (isBusy(m_state))
        m_control->setOverride(image, decision);
}

void AdaptationController::setThresholds(const PickThresholds& thresholds) {
    if (isBusy(m_state))
        m_control->setThresholds(thresholds);
}

void AdaptationController::notePaused() {
    if (m_state == RunState::Pausing)
        setState(RunState::Paused);
}

void AdaptationController::work(const AdaptationJob& job, const std::stop_token& stop) {
    computeInTheBackground();
    AdaptationListener listener;
    listener.onStep = [this](const AdaptationStep& step) {
        m_steps.push(step);
    };
    listener.onEpoch = [this](const AdaptationEpoch& epoch) {
        m_epochs.push(epoch);
    };
    listener.onReview = [this](const std::vector<LabelReview>& reviews) {
        m_reviews.push(reviews);
    };
    listener.onComparison = [this](const std::vector<ProbeComparison>& comparisons) {
        m_heldOut.push(comparisons);
    };
    listener.onPaused = [this] {
        QMetaObject::invokeMethod(this, &AdaptationController::notePaused, Qt::QueuedConnection);
    };
    Progress progress([this](const ProgressUpdate& update) { m_progress.push(update); });
    auto outcome = guarded("adapting", [&] { return m_engine->adapt(job, progress, listener, stop); });
    QMetaObject::invokeMethod(
        this, [this, outcome = std::move(outcome)] { end(outcome); }, Qt::QueuedConnection);
}

void AdaptationController::collect() {
    for (auto& update : m_progress.drain())
        m_lastProgress = std::move(update);
    AdaptationNews news;
    news.steps = m_steps.drain();
    news.epochs = m_epochs.drain();
    news.reviews = m_reviews.drain();
    for (auto& comparisons : m_heldOut.drain())
        news.heldOut = std::move(comparisons);
    news.fraction = m_lastProgress.fraction;
    news.doing = m_lastProgress.step;
    news.seconds = static_cast<double>(m_clock.elapsed()) / 1000.0;
    if (m_state == RunState::Preparing && !news.steps.empty())
        setState(RunState::Running);
    Q_EMIT newsArrived(news);
}

void AdaptationController::end(const Outcome& outcome) {
    m_thread.join();
    m_timer.stop();
    collect();
    if (m_discard || (!outcome && outcome.error().code == ErrorCode::Cancelled)) {
        setState(RunState::Idle);
        Q_EMIT cancelled();
    } else if (outcome) {
        setState(RunState::Done);
        Q_EMIT finished(*outcome);
    } else {
        setState(RunState::Failed);
        Q_EMIT failed(errorSentence(outcome.error()));
    }
}

void AdaptationController::setState(RunState newState) {
    m_state = newState;
    Q_EMIT stateChanged(newState);
}

} // namespace limpid
