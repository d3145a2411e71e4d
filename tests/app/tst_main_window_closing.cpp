// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/message_bar.h"
#include "main_window.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QFile>
#include <QMessageBox>
#include <QTest>

using namespace limpid;

/// Closing the window, with and without a run.
class TestMainWindowClosing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void init() { m_stage = std::make_unique<WorkstationStage>(); }
    void cleanup() { m_stage.reset(); }

    void closingWithoutARunAsksNothing();
    void closingDuringARunAsksAndThenEndsIt();
    void aRunThrownAwayAtTheEndLeavesNothing();
    void theQuestionGoesWhenTheRunEndsFirst();
    void anAnswerGivenJustBeforeClosingCounts();
    void destroyingTheWindowDuringARunEndsIt();

private:
    std::unique_ptr<WorkstationStage> m_stage;
};

void TestMainWindowClosing::closingWithoutARunAsksNothing() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    QVERIFY(window->close());
    QVERIFY(!window->isVisible());
}

void TestMainWindowClosing::closingDuringARunAsksAndThenEndsIt() {
    const auto window = m_stage->makeWindow(runUntilStopped);
    QVERIFY(m_stage->startAdapting(*window));
    QVERIFY(!window->close());
    QVERIFY(window->isVisible());
    auto* question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY(press(*question, "keepRunning"));
    QVERIFY(window->isVisible());
    QVERIFY(windowAction(*window, "stop").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QMessageBox*>() == nullptr, patienceMs);

    window->close();
    question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY(press(*question, "stopAndClose"));
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patienceMs);
    QVERIFY(QFile::exists(m_stage->modelInUse()));
}

void TestMainWindowClosing::aRunThrownAwayAtTheEndLeavesNothing() {
    const auto window = m_stage->makeWindow(runUntilStopped);
    QVERIFY(m_stage->startAdapting(*window));
    QVERIFY(!window->close());
    auto* question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY(press(*question, "discardAndClose"));
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patienceMs);
    QVERIFY(m_stage->modelInUse().isEmpty());
    QVERIFY(m_stage->clinicModels().isEmpty());
}

void TestMainWindowClosing::theQuestionGoesWhenTheRunEndsFirst() {
    std::stop_source end;
    const auto window = m_stage->makeWindow([&end](const AdaptationJob& job, Progress, const AdaptationListener&,
                                                   const std::stop_token& stop) -> Result<FolderAdaptationOutcome> {
        const std::stop_callback alsoWhenAsked(stop, [&end] { end.request_stop(); });
        waitForStop(end.get_token());
        return writeFakeModel(job, "whole");
    });
    QVERIFY(m_stage->startAdapting(*window));
    window->close();
    QVERIFY(window->findChild<QMessageBox*>() != nullptr);
    end.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QMessageBox*>() == nullptr, patienceMs);
    QVERIFY(window->isVisible());
    QVERIFY(messageBar(*window, "outcomeBar").sentence().contains(QStringLiteral("A model for North is ready")));
}

void TestMainWindowClosing::anAnswerGivenJustBeforeClosingCounts() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    QVERIFY(press(outcome, "useNewModel"));
    QVERIFY(!window->close());
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patienceMs);
    QVERIFY(QFile::exists(m_stage->modelInUse()));
}

void TestMainWindowClosing::destroyingTheWindowDuringARunEndsIt() {
    std::atomic<bool> ended = false;
    auto window = m_stage->makeWindow([&ended](const AdaptationJob& job, Progress progress,
                                               const AdaptationListener& listener, const std::stop_token& stop) {
        auto outcome = runUntilStopped(job, std::move(progress), listener, stop);
        ended = true;
        return outcome;
    });
    QVERIFY(m_stage->startAdapting(*window));
    window.reset();
    QVERIFY(ended);
}

QTEST_MAIN(TestMainWindowClosing)
#include "tst_main_window_closing.moc"
