// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_controller.h"
#include "app/workstation_fakes.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#if defined(__linux__)
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

using namespace limpid;

class TestWorkstationAdaptationController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunTellsItsStepsInOrderAndEndsOnce();
    void stoppingIsAcknowledgedAtOnce();
    void stoppingBeforeTheFirstRoundIsNoFailure();
    void aFailureBecomesASentence();
    void anExceptionBecomesASentence();
    void anotherRunMayFollow();
    void theDestructorWaitsForARunThatIsUnderWay();
    void stopWithoutARunDoesNothing();
    void aPausedRunHoldsStillUntilItIsResumed();
    void aPausedRunCanBeStopped();
    void aCancelledRunEndsWithoutAnOutcome();
    void aDecisionByHandReachesTheRun();
    void aRunWaitsForTheThreadBeforeIt();
    void heldOutImagesComeBeforeTheEnd();
    void aRunStandsBehindTheWindow();

private:
    AdaptationJob job() const;
    QTemporaryDir m_folder;
};

namespace {

constexpr int patienceMs = 30000;

} // namespace

AdaptationJob TestWorkstationAdaptationController::job() const {
    const std::filesystem::path folder = m_folder.path().toStdString();
    return {folder, folder / "old.safetensors", folder / "new.safetensors", "clinic"};
}

void TestWorkstationAdaptationController::aRunTellsItsStepsInOrderAndEndsOnce() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runShortly));
    std::vector<RunState> states;
    std::vector<std::int64_t> steps;
    std::size_t epochs = 0;
    double fraction = 0.0;
    connect(&controller, &AdaptationController::stateChanged, this, [&](RunState state) { states.push_back(state); });
    connect(&controller, &AdaptationController::newsArrived, this, [&](const AdaptationNews& news) {
        for (const auto& step : news.steps)
            steps.push_back(step.step);
        epochs += news.epochs.size();
        fraction = news.fraction;
    });
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    controller.start(job());
    QVERIFY(isBusy(controller.state()));
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QVERIFY((states == std::vector{RunState::Preparing, RunState::Running, RunState::Done}));
    QVERIFY((steps == std::vector<std::int64_t>{1, 2}));
    QCOMPARE(epochs, std::size_t(2));
    QCOMPARE(fraction, 1.0);
    QVERIFY(QFile::exists(m_folder.filePath(QStringLiteral("new.safetensors"))));
}

void TestWorkstationAdaptationController::stoppingIsAcknowledgedAtOnce() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runUntilStopped));
    bool stopped = false;
    connect(&controller, &AdaptationController::finished, this,
            [&](const FolderAdaptationOutcome& outcome) { stopped = outcome.summary.stopped; });
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Running, patienceMs);
    controller.stop();
    QVERIFY(controller.state() == RunState::Stopping);
    QVERIFY(!canStop(controller.state()));
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Done, patienceMs);
    QVERIFY(stopped);
}

void TestWorkstationAdaptationController::stoppingBeforeTheFirstRoundIsNoFailure() {
    AdaptationController controller(
        std::make_unique<FakeAdaptation>([](const AdaptationJob&, Progress, const AdaptationListener&,
                                            const std::stop_token& stop) -> Result<FolderAdaptationOutcome> {
            waitForStop(stop);
            return fail(ErrorCode::Cancelled);
        }));
    const QSignalSpy cancelled(&controller, &AdaptationController::cancelled);
    const QSignalSpy failed(&controller, &AdaptationController::failed);
    controller.start(job());
    controller.stop();
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, patienceMs);
    QCOMPARE(failed.count(), 0);
    QVERIFY(controller.state() == RunState::Idle);
}

void TestWorkstationAdaptationController::aFailureBecomesASentence() {
    AdaptationController controller(
        std::make_unique<FakeAdaptation>([](const AdaptationJob&, Progress, const AdaptationListener&,
                                            const std::stop_token&) -> Result<FolderAdaptationOutcome> {
            return fail(ErrorCode::TooFewImages, {"5", "8"});
        }));
    const QSignalSpy failed(&controller, &AdaptationController::failed);
    controller.start(job());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    const auto sentence = failed.first().first().toString();
    QVERIFY(sentence.contains(QStringLiteral("Only 5 readable images")));
    QVERIFY(sentence.endsWith(QLatin1Char('.')));
    QVERIFY(controller.state() == RunState::Failed);
}

void TestWorkstationAdaptationController::anExceptionBecomesASentence() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(
        [](const AdaptationJob&, Progress, const AdaptationListener&,
           const std::stop_token&) -> Result<FolderAdaptationOutcome> { throw std::runtime_error("boom"); }));
    const QSignalSpy failed(&controller, &AdaptationController::failed);
    controller.start(job());
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    const auto sentence = failed.first().first().toString();
    QVERIFY(sentence.contains(QStringLiteral("while adapting")));
    QVERIFY(!sentence.contains(QStringLiteral("boom"))); // that is for the log
}

void TestWorkstationAdaptationController::anotherRunMayFollow() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runShortly));
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    controller.start(job());
    controller.start(job()); // while one runs, nothing happens
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    controller.start(job());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 2, patienceMs);
}

void TestWorkstationAdaptationController::theDestructorWaitsForARunThatIsUnderWay() {
    std::atomic<bool> begun = false;
    std::atomic<bool> ended = false;
    {
        AdaptationController controller(
            std::make_unique<FakeAdaptation>([&](const AdaptationJob& what, Progress progress,
                                                 const AdaptationListener& listener, const std::stop_token& stop) {
                begun = true;
                auto outcome = runUntilStopped(what, std::move(progress), listener, stop);
                ended = true;
                return outcome;
            }));
        controller.start(job());
        QTRY_VERIFY_WITH_TIMEOUT(begun.load(), patienceMs);
    }
    QVERIFY(ended);
}

void TestWorkstationAdaptationController::stopWithoutARunDoesNothing() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runShortly));
    controller.stop();
    QVERIFY(controller.state() == RunState::Idle);
}

void TestWorkstationAdaptationController::aPausedRunHoldsStillUntilItIsResumed() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runPausing));
    std::vector<RunState> states;
    connect(&controller, &AdaptationController::stateChanged, this, [&](RunState state) { states.push_back(state); });
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Running, patienceMs);
    controller.pause();
    QVERIFY(controller.state() == RunState::Pausing); // acknowledged at once
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Paused, patienceMs);
    controller.pause(); // not again
    controller.resume();
    QVERIFY(controller.state() == RunState::Running);
    controller.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QVERIFY((states == std::vector{RunState::Preparing, RunState::Running, RunState::Pausing, RunState::Paused,
                                   RunState::Running, RunState::Stopping, RunState::Done}));
}

void TestWorkstationAdaptationController::aPausedRunCanBeStopped() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runPausing));
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Running, patienceMs);
    controller.pause();
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Paused, patienceMs);
    controller.stop();
    QVERIFY(controller.state() == RunState::Stopping);
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Done, patienceMs);
}

void TestWorkstationAdaptationController::aCancelledRunEndsWithoutAnOutcome() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runUntilStopped));
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    const QSignalSpy cancelled(&controller, &AdaptationController::cancelled);
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Running, patienceMs);
    controller.cancel();
    QVERIFY(controller.state() == RunState::Stopping);
    QTRY_COMPARE_WITH_TIMEOUT(cancelled.count(), 1, patienceMs);
    QCOMPARE(finished.count(), 0);
    QVERIFY(controller.state() == RunState::Idle);
}

void TestWorkstationAdaptationController::aDecisionByHandReachesTheRun() {
    std::atomic<bool> rejected = false;
    AdaptationController controller(std::make_unique<FakeAdaptation>(
        [&](const AdaptationJob& what, Progress, const AdaptationListener& listener, const std::stop_token& stop) {
            LabelReview review;
            review.image = 7;
            listener.onReview({review});
            while (!stop.stop_requested() && what.control->overrideOf(7) != PickOverride::Reject)
                std::this_thread::yield();
            rejected = what.control->overrideOf(7) == PickOverride::Reject;
            return writeFakeModel(what, "new");
        }));
    int reviewed = -1;
    connect(&controller, &AdaptationController::newsArrived, this, [&](const AdaptationNews& news) {
        if (news.reviews.empty())
            return;
        reviewed = news.reviews.front().front().image;
        controller.setOverride(reviewed, PickOverride::Reject);
    });
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    controller.start(job());
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QCOMPARE(reviewed, 7);
    QVERIFY(rejected);
}

void TestWorkstationAdaptationController::aRunWaitsForTheThreadBeforeIt() {
    std::atomic<bool> measuring = true;
    std::atomic<bool> besideIt = false;
    std::atomic<bool> release = false;
    AdaptationController controller(
        std::make_unique<FakeAdaptation>([&](const AdaptationJob& what, Progress progress,
                                             const AdaptationListener& listener, const std::stop_token& stop) {
            besideIt = measuring.load();
            return runShortly(what, std::move(progress), listener, stop);
        }));
    const QSignalSpy finished(&controller, &AdaptationController::finished);
    controller.start(job(), std::jthread([&](const std::stop_token& stop) {
                         waitForStop(stop); // the run asks for that
                         while (!release)
                             std::this_thread::yield();
                         measuring = false;
                     }));
    QVERIFY(controller.state() == RunState::Preparing); // the window did not wait
    release = true;
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patienceMs);
    QVERIFY(!besideIt);
}

void TestWorkstationAdaptationController::heldOutImagesComeBeforeTheEnd() {
    AdaptationController controller(std::make_unique<FakeAdaptation>(runShortly));
    std::vector<ProbeComparison> heldOut;
    connect(&controller, &AdaptationController::newsArrived, this, [&](const AdaptationNews& news) {
        heldOut.insert(heldOut.end(), news.heldOut.begin(), news.heldOut.end());
    });
    bool inTime = false;
    connect(&controller, &AdaptationController::finished, this, [&] { inTime = heldOut.size() == 1; });
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Done, patienceMs);
    QVERIFY(inTime);
    QCOMPARE(heldOut.front().name, std::string("image 5.png"));
}

void TestWorkstationAdaptationController::aRunStandsBehindTheWindow() {
#if defined(__linux__)
    // Of the calling thread: Linux counts threads where POSIX counts processes.
    const auto niceness = [] {
        return getpriority(PRIO_PROCESS, static_cast<id_t>(syscall(SYS_gettid)));
    };
    std::atomic<int> ofRun = 0;
    std::atomic<int> ofItsThreads = 0;
    AdaptationController controller(std::make_unique<FakeAdaptation>(
        [&](const AdaptationJob& adapted, Progress, const AdaptationListener&, const std::stop_token&) {
            ofRun = niceness();
            std::jthread([&] { ofItsThreads = niceness(); }).join();
            return writeFakeModel(adapted, "new");
        }));
    const int before = niceness();
    controller.start(job());
    QTRY_VERIFY_WITH_TIMEOUT(controller.state() == RunState::Done, patienceMs);
    QVERIFY(ofRun > before);
    QCOMPARE(ofItsThreads.load(), ofRun.load());
    QCOMPARE(niceness(), before);
#else
    QSKIP("a thread's priority is asked for in Linux's own way");
#endif
}

QTEST_GUILESS_MAIN(TestWorkstationAdaptationController)
#include "tst_workstation_adaptation_controller.moc"
