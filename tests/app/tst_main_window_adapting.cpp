// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"
#include "browser/image_browser.h"
#include "browser/image_list_model.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "dashboard/held_out_strip.h"
#include "dashboard/training_dashboard.h"
#include "guard/guard_page.h"
#include "main_window.h"
#include "picker/picker_page.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

#include <atomic>
#include <fstream>

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
    void heldOutImagesStandWithTheQuestion();
    void theListOfResultsStandsWithTheQuestion();
    void aPhotographOfTheListIsOpenedInTheComparison();
    void aPhotographOfAnotherFolderThanTheOpenOneIsNamed();
    void aRunThatEndedCanBeReportedOn();
    void thePageTellsWhatTheRunWillTake();
    void theNewModelIsUsedWhenItIsChosen();
    void theOldModelStaysWhenTheNewOneIsRefused();
    void anInterruptedRunIsGoneOnWith();
    void aModelLeftOverIsOfferedAtTheNextStart();
    void enhancingAndARunFillInWhatTheBrowserShows();

private:
    /// Puts a file into the clinic's folder, as if a run before had left it there.
    void leaveBehind(const char* name) const {
        QDir().mkpath(m_stage->clinicFile(""));
        std::ofstream(m_stage->clinicFile(name).toStdString()) << "left";
    }

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
    QVERIFY(m_stage->clinicModels().isEmpty());
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

void TestMainWindowAdapting::heldOutImagesStandWithTheQuestion() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.findChild<QPushButton*>(QStringLiteral("useNewModel")) != nullptr, patienceMs);
    auto* strip = outcome.findChild<HeldOutStrip*>();
    QVERIFY(strip != nullptr && strip->isVisible());
    QVERIFY(strip->findChild<QLabel*>(QStringLiteral("heldOutTitle"))->text().contains(QStringLiteral("1 of 1")));
    QVERIFY(press(outcome, "compareModels")); // the views need the room
    QVERIFY(!strip->isVisible() && outcome.isVisible());
}

void TestMainWindowAdapting::theListOfResultsStandsWithTheQuestion() {
    const auto window = m_stage->makeWindow();
    QVERIFY(!windowAction(*window, "resultsShown").isEnabled());
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.findChild<QPushButton*>(QStringLiteral("listPhotographs")) != nullptr, patienceMs);
    QVERIFY(outcome.sentence().contains(QStringLiteral("result is shown for 1 of 2 photograph")));
    QVERIFY(press(outcome, "listPhotographs"));
    auto* page = window->findChild<GuardPage*>();
    QVERIFY(page->isVisible());
    QVERIFY(!outcome.isHidden()); // the answer is still waited for
    QVERIFY(!outcome.findChild<HeldOutStrip*>() || !outcome.findChild<HeldOutStrip*>()->isVisible());
    QCOMPARE(page->run().clinic, QStringLiteral("North"));
    QCOMPARE(page->run().photographs.size(), 2);
    auto& action = windowAction(*window, "resultsShown");
    QVERIFY(action.isEnabled() && action.isChecked());
    action.trigger();
    QVERIFY(compareView(*window).isVisible());
    action.trigger();
    QVERIFY(page->isVisible());
    windowAction(*window, "pseudoLabels").trigger(); // one page takes the place of the other
    QVERIFY(!page->isVisible() && !action.isChecked());
    QVERIFY(press(outcome, "keepOldModel"));
    QTRY_VERIFY_WITH_TIMEOUT(!action.isEnabled(), patienceMs); // no result of that model is shown
}

void TestMainWindowAdapting::aPhotographOfTheListIsOpenedInTheComparison() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.findChild<QPushButton*>(QStringLiteral("listPhotographs")) != nullptr, patienceMs);
    QVERIFY(press(outcome, "listPhotographs"));
    auto* page = window->findChild<GuardPage*>();
    Q_EMIT page->photographChosen(QStringLiteral("image 4.png"));
    QVERIFY(compareView(*window).isVisible() && !page->isVisible());
    QCOMPARE(filmstrip(*window).currentRow(), 3);
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).results().holds(1), patienceMs); // beside the old model's
    QVERIFY(press(outcome, "useNewModel"));
    const auto* images = filmstrip(*window).model();
    QTRY_VERIFY_WITH_TIMEOUT(
        images->index(3, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("Result shown: Source model's")),
        patienceMs);
    QVERIFY(windowAction(*window, "resultsShown").isEnabled()); // after the answer too
}

void TestMainWindowAdapting::aPhotographOfAnotherFolderThanTheOpenOneIsNamed() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto* page = window->findChild<GuardPage*>();
    Q_EMIT page->photographChosen(QStringLiteral("elsewhere.png")); // of a recorded run, whose folder is not known
    QVERIFY(messageBar(*window, "problemBar").sentence().contains(QStringLiteral("elsewhere.png")));
    QDir().mkpath(m_stage->at(QStringLiteral("South")));
    writeImages(m_stage->at(QStringLiteral("South")), 3);
    page->setRun({QStringLiteral("South"), {}, m_stage->at(QStringLiteral("South")), {}});
    Q_EMIT page->photographChosen(QStringLiteral("image 2.png"));
    QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains(QStringLiteral("South")), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(filmstrip(*window).currentRow(), 1, patienceMs);
}

void TestMainWindowAdapting::aRunThatEndedCanBeReportedOn() {
    const auto window = m_stage->makeWindow();
    QVERIFY(!windowAction(*window, "report").isEnabled());
    QVERIFY(m_stage->startAdapting(*window));
    QTRY_VERIFY_WITH_TIMEOUT(windowAction(*window, "report").isEnabled(), patienceMs);
    windowAction(*window, "report").trigger();
    auto* dialog = window->findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    const auto path = m_stage->at(QStringLiteral("report.pdf"));
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(windowAction(*window, "report").isEnabled(), patienceMs);
}

void TestMainWindowAdapting::thePageTellsWhatTheRunWillTake() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "adapt").trigger();
    auto* page = window->findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    const auto* cost = page->findChild<QLabel*>(QStringLiteral("planCost"));
    QVERIFY(cost->text().startsWith(QStringLiteral("Measuring")));
    QTRY_VERIFY_WITH_TIMEOUT(cost->text().contains(QStringLiteral("1.8 GB")), patienceMs);
    // They have one grey value each.
    QVERIFY(page->findChild<QLabel*>(QStringLiteral("planWarning"))->isVisible());
    QVERIFY(page->findChild<QLabel*>(QStringLiteral("planHeldOut"))->text().contains(QStringLiteral("2")));
    page->reject();
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<AdaptationPage*>() == nullptr, patienceMs);
    QVERIFY(windowAction(*window, "adapt").isEnabled());
}

void TestMainWindowAdapting::theNewModelIsUsedWhenItIsChosen() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.sentence().contains(QStringLiteral("24.00 to 25.50 dB")), patienceMs);
    QVERIFY(m_stage->modelInUse().isEmpty());             // nobody has accepted it yet
    QVERIFY(!windowAction(*window, "adapt").isEnabled()); // another run would take the question away

    const int calls = m_stage->enhancing->calls;
    QVERIFY(press(outcome, "useNewModel"));
    QVERIFY(outcome.isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(),
                              QStringLiteral("North (adapted)"), patienceMs);
    QVERIFY(QFile::exists(m_stage->modelInUse()));
    QVERIFY(windowAction(*window, "adapt").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_stage->enhancing->calls > calls, patienceMs); // the image on show is enhanced again
}

void TestMainWindowAdapting::theOldModelStaysWhenTheNewOneIsRefused() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->startAdapting(*window));
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    QVERIFY(press(outcome, "keepOldModel"));
    QTRY_VERIFY_WITH_TIMEOUT(windowAction(*window, "adapt").isEnabled(), patienceMs);
    QVERIFY(m_stage->clinicModels().isEmpty());
    QVERIFY(m_stage->modelInUse().isEmpty());
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->count(), 1);
}

void TestMainWindowAdapting::anInterruptedRunIsGoneOnWith() {
    leaveBehind("unfinished.safetensors");
    std::atomic<bool> resumed = false;
    const auto window = m_stage->makeWindow([&](const AdaptationJob& job, Progress progress,
                                                const AdaptationListener& listener, const std::stop_token& stop) {
        resumed = job.resume && job.folder == m_stage->images().toStdString() && job.clinic == "North";
        return runShortly(job, std::move(progress), listener, stop);
    });
    window->show();
    auto& left = messageBar(*window, "leftBar");
    QTRY_VERIFY_WITH_TIMEOUT(left.sentence().contains(QStringLiteral("after epoch 3 of 16")), patienceMs);
    QVERIFY(press(left, "goOnAdapting"));
    QVERIFY(windowAction(*window, "stop").isEnabled());
    auto& outcome = messageBar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.sentence().contains(QStringLiteral("North")), patienceMs);
    QVERIFY(resumed);
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasEnhanced(), patienceMs); // its folder has been opened
    QTRY_COMPARE_WITH_TIMEOUT(filmstrip(*window).model()->index(2, 0).data(ImageListModel::DecisionRole).toInt(),
                              static_cast<int>(PickerVerdict::Accepted), patienceMs);
    QVERIFY(press(outcome, "keepOldModel"));
}

void TestMainWindowAdapting::aModelLeftOverIsOfferedAtTheNextStart() {
    leaveBehind("candidate.safetensors");
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto& left = messageBar(*window, "leftBar");
    QTRY_VERIFY_WITH_TIMEOUT(left.sentence().contains(QStringLiteral("North")), patienceMs);
    QVERIFY(press(left, "useLeftModel"));
    QTRY_COMPARE_WITH_TIMEOUT(window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(),
                              QStringLiteral("North (adapted)"), patienceMs);
    QCOMPARE(m_stage->modelInUse(), m_stage->clinicFile("candidate.safetensors"));
    QVERIFY(left.isHidden());
}

void TestMainWindowAdapting::enhancingAndARunFillInWhatTheBrowserShows() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    const auto* model = filmstrip(*window).model();
    const auto quality = [&](int row) {
        return static_cast<ImageQuality>(model->index(row, 0).data(ImageListModel::QualityRole).toInt());
    };
    QTRY_VERIFY_WITH_TIMEOUT(quality(8) != ImageQuality::Unknown, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(quality(0) == ImageQuality::Usable, patienceMs); // 20 of 255 is dark
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0).data(ImageListModel::GainRole).toDouble() > 0.8, patienceMs);
    windowAction(*window, "adapt").trigger();
    QVERIFY(press(*window->findChild<AdaptationPage*>(), "startAdaptation"));
    QTRY_COMPARE_WITH_TIMEOUT(model->index(2, 0).data(ImageListModel::DecisionRole).toInt(),
                              static_cast<int>(PickerVerdict::Accepted), patienceMs);
    QVERIFY(model->index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("accepted by the picker")));
}

QTEST_MAIN(TestMainWindowAdapting)
#include "tst_main_window_adapting.moc"
