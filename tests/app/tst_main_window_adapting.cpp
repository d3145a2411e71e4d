// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "dashboard/training_dashboard.h"
#include "main_window.h"
#include "picker/picker_page.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QTest>

using namespace limpid;

/// Adapting from the question before it to the model after it.
class TestMainWindowAdapting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void init() { m_stage = std::make_unique<WorkstationStage>(); }
    void cleanup() { m_stage.reset(); }

    void adaptRunsOnceAndStopEndsItWithASentence();
    void adaptPressedTwiceAsksOnce();
    void tooFewImagesAreRefusedWithASentence();
    void aClinicsNameThatCannotBeAFolderIsRefusedOnThePage();
    void aPausedRunIsResumedAndThenThrownAway();
    void pseudoLabelsAreShownWithTheirReasons();
    void bothModelsAreComparedBeforeTheAnswer();
    void theNewModelIsUsedWhenItIsChosen();
    void theOldModelStaysWhenTheNewOneIsRefused();

private:
    std::unique_ptr<WorkstationStage> m_stage;
};

void TestMainWindowAdapting::adaptRunsOnceAndStopEndsItWithASentence() {
    std::atomic<int> runs = 0;
    const auto window = m_stage->makeWindow([&runs](const AdaptationJob& job, Progress progress,
                                                    const AdaptationListener& listener, const std::stop_token& stop) {
        ++runs;
        return runUntilStopped(job, std::move(progress), listener, stop);
    });
    QVERIFY(m_stage->startAdapting(*window));
    QVERIFY(!window->findChild<QDockWidget*>()->isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*window, "runState"), QStringLiteral("Running"), patienceMs);

    QVERIFY(!windowAction(*window, "adapt").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<AdaptationPage*>() == nullptr, patienceMs);
    windowAction(*window, "adapt").trigger();
    QVERIFY(window->findChild<AdaptationPage*>() == nullptr);

    windowAction(*window, "stop").trigger();
    QCOMPARE(labelText(*window, "runState"), QStringLiteral("Stopping\u2026"));
    QVERIFY(!windowAction(*window, "stop").isEnabled());
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(
        outcome.sentence().startsWith(QStringLiteral("Stopped as asked. A model for North is ready")), patienceMs);
    QCOMPARE(labelText(*window, "runState"), QStringLiteral("Done"));
    QCOMPARE(runs.load(), 1);
}

void TestMainWindowAdapting::adaptPressedTwiceAsksOnce() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "adapt").trigger();
    windowAction(*window, "adapt").trigger();
    QCOMPARE(window->findChildren<AdaptationPage*>().size(), 1);
    // A page that was sent away does not stand in the way of the next one.
    window->findChild<AdaptationPage*>()->reject();
    windowAction(*window, "adapt").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window->findChildren<AdaptationPage*>().size(), 1, patienceMs);
    QVERIFY(window->findChild<AdaptationPage*>()->isVisible());
}

void TestMainWindowAdapting::tooFewImagesAreRefusedWithASentence() {
    for (int i = 4; i <= WorkstationStage::imageCount; ++i)
        QVERIFY(QFile::remove(QDir(m_stage->images()).filePath(QStringLiteral("image %1.png").arg(i))));
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "adapt").trigger();
    QVERIFY(window->findChild<AdaptationPage*>() == nullptr);
    QVERIFY(messageBar(*window, "outcomeBar").sentence().contains(QStringLiteral("Only 3 readable images")));
}

void TestMainWindowAdapting::aClinicsNameThatCannotBeAFolderIsRefusedOnThePage() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "adapt").trigger();
    auto* page = window->findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    QCOMPARE(page->findChild<QLineEdit*>()->text(), QStringLiteral("North"));
    page->findChild<QLineEdit*>()->setText(QStringLiteral("../elsewhere"));
    QVERIFY(press(*page, "startAdaptation"));
    QVERIFY(page->isVisible());
    QVERIFY(!page->findChild<QLabel*>(QStringLiteral("pageProblem"))->text().isEmpty());
    QVERIFY(!windowAction(*window, "stop").isEnabled());
}

void TestMainWindowAdapting::aPausedRunIsResumedAndThenThrownAway() {
    const auto window = m_stage->makeWindow(runPausing);
    QVERIFY(m_stage->startAdapting(*window));
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*window, "runState"), QStringLiteral("Running"), patienceMs);
    auto* dashboard = window->findChild<TrainingDashboard*>();
    Q_EMIT dashboard->pauseRequested();
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*window, "runState"), QStringLiteral("Paused"), patienceMs);
    Q_EMIT dashboard->resumeRequested();
    QCOMPARE(labelText(*window, "runState"), QStringLiteral("Running"));
    Q_EMIT dashboard->cancelRequested();
    auto* question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    QVERIFY(press(*question, "throwAway"));
    QTRY_VERIFY_WITH_TIMEOUT(
        messageBar(*window, "outcomeBar").sentence().startsWith(QStringLiteral("Nothing was kept")), patienceMs);
    QVERIFY(!QFile::exists(m_stage->clinicFile("candidate.safetensors")));
    QVERIFY(windowAction(*window, "adapt").isEnabled());
}

void TestMainWindowAdapting::pseudoLabelsAreShownWithTheirReasons() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    QTRY_VERIFY_WITH_TIMEOUT(!messageBar(*window, "outcomeBar").sentence().isEmpty(), patienceMs);
    windowAction(*window, "pseudoLabels").trigger();
    auto* page = window->findChild<PickerPage*>();
    QVERIFY(page->isVisible());
    const auto table = QString::fromUtf8(page->exported(PickFormat::Csv));
    QVERIFY(table.contains(QStringLiteral("image 3.png")));
    QVERIFY(table.contains(QStringLiteral("Both judges accept it.")));
    windowAction(*window, "pseudoLabels").trigger();
    QVERIFY(compareView(*window).isVisible());
}

void TestMainWindowAdapting::bothModelsAreComparedBeforeTheAnswer() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    QVERIFY(press(outcome, "compareModels"));
    QVERIFY(!outcome.isHidden()); // the answer is still waited for
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).results().holds(1), patienceMs);
    QVERIFY(press(outcome, "keepOldModel"));
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasEnhanced() && !compareView(*window).results().holds(1),
                             patienceMs);
}

void TestMainWindowAdapting::theNewModelIsUsedWhenItIsChosen() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.sentence().contains(QStringLiteral("24.00 to 25.50 dB")), patienceMs);
    QVERIFY(!QFile::exists(m_stage->clinicFile("model.safetensors"))); // nobody has accepted it yet
    QVERIFY(!windowAction(*window, "adapt").isEnabled());              // another run would take the question away

    const int calls = m_stage->enhancing->calls;
    QVERIFY(press(outcome, "useNewModel"));
    QVERIFY(outcome.isHidden());
    QVERIFY(QFile::exists(m_stage->clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(), QStringLiteral("North (adapted)"));
    QVERIFY(windowAction(*window, "adapt").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->enhancing->calls > calls, patienceMs); // the image on show is enhanced again
}

void TestMainWindowAdapting::theOldModelStaysWhenTheNewOneIsRefused() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    QVERIFY(press(outcome, "keepOldModel"));
    QVERIFY(!QFile::exists(m_stage->clinicFile("candidate.safetensors")));
    QVERIFY(!QFile::exists(m_stage->clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->count(), 1);
    QVERIFY(windowAction(*window, "adapt").isEnabled());
}

QTEST_MAIN(TestMainWindowAdapting)
#include "tst_main_window_adapting.moc"
