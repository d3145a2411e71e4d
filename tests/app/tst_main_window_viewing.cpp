// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "compare/degradation_panel.h"
#include "main_window.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QFocusEvent>
#include <QTest>

using namespace limpid;

/// Looking at photographs: stepping, comparing, and what is enhanced for it.
class TestMainWindowViewing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void init() { m_stage = std::make_unique<WorkstationStage>(); }
    void cleanup() { m_stage.reset(); }

    void theArrowKeysShowTheNextImage();
    void spaceInTheListShowsTheOriginalUntilTheFocusGoes();
    void everyViewAndModeShowsTheSameImage();
    void aKeyOpensAndClosesWhyTheImageIsPoor();
    void whyTheImageIsPoorFollowsTheImage();
    void whyTheImageIsPoorStaysOpenTheNextTime();
    void inTheGridTheKeyShowsTheImageWithIt();
    void withoutAModelOriginalsAreShownAndTheSentenceStays();
    void destroyingTheWindowCancelsWhatIsBeingEnhanced();

private:
    std::unique_ptr<WorkstationStage> m_stage;
};

void TestMainWindowViewing::theArrowKeysShowTheNextImage() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    compareView(*window).setSplit(0.4);
    QTest::keyClick(&filmstrip(*window), Qt::Key_Down);
    QCOMPARE(filmstrip(*window).currentIndex().row(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(drawnEnhanced(*window), grey(215), patienceMs);
    QCOMPARE(compareView(*window).split(), 0.4);
    QTest::keyClick(&filmstrip(*window), Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(drawnEnhanced(*window), grey(235), patienceMs);
}

void TestMainWindowViewing::spaceInTheListShowsTheOriginalUntilTheFocusGoes() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    QTest::keyPress(&filmstrip(*window), Qt::Key_Space);
    QCOMPARE(drawnEnhanced(*window), grey(20));
    QTest::keyRelease(&filmstrip(*window), Qt::Key_Space);
    QCOMPARE(drawnEnhanced(*window), grey(235));
    QTest::keyPress(&filmstrip(*window), Qt::Key_Space);
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&filmstrip(*window), &leave);
    QCOMPARE(drawnEnhanced(*window), grey(235));
}

void TestMainWindowViewing::everyViewAndModeShowsTheSameImage() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto* grid = window->findChild<ImageBrowser*>(QStringLiteral("grid"));
    windowAction(*window, "grid").trigger();
    QVERIFY(grid->isVisible() && !compareView(*window).isVisible());
    grid->setCurrentRow(2);
    windowAction(*window, "single").trigger();
    QCOMPARE(compareView(*window).mode(), CompareMode::Flip);
    QTRY_COMPARE_WITH_TIMEOUT(drawnEnhanced(*window), grey(195), patienceMs);
    for (const auto mode : compareModes) {
        compareView(*window).setMode(mode);
        QCOMPARE(filmstrip(*window).currentRow(), 2);
        QVERIFY(!compareView(*window).grab().isNull());
    }
    compareView(*window).setMode(CompareMode::Split);
    windowAction(*window, "single").trigger();
    windowAction(*window, "compareView").trigger();
    QCOMPARE(compareView(*window).mode(), CompareMode::Split); // the comparison that was used last
}

void TestMainWindowViewing::aKeyOpensAndClosesWhyTheImageIsPoor() {
    const auto window = m_stage->makeWindow();
    QVERIFY(!windowAction(*window, "degradation").isEnabled());
    QVERIFY(m_stage->open(*window));
    auto* panel = window->findChild<DegradationPanel*>();
    QVERIFY(panel != nullptr && !panel->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(&filmstrip(*window), Qt::Key_I);
    QVERIFY(panel->isVisible());
    QVERIFY(compareView(*window).isVisible());
    QTest::keyClick(&compareView(*window), Qt::Key_I);
    QVERIFY(!panel->isVisible());
    windowAction(*window, "degradation").trigger();
    QVERIFY(panel->isVisible());
    QVERIFY(press(*panel, "degradationClose"));
    QVERIFY(!panel->isVisible() && !windowAction(*window, "degradation").isChecked());
}

void TestMainWindowViewing::whyTheImageIsPoorFollowsTheImage() {
    const auto window = m_stage->makeWindow();
    QVERIFY(labelText(*window, "degradationSentence").startsWith(QStringLiteral("Choose a photograph")));
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "degradation").trigger();
    const auto strong = QStringLiteral("Strong haze is the main reason why this photograph is poor.");
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*window, "degradationSentence"), strong, patienceMs);
    QCOMPARE(labelText(*window, "degradationGrade.haze"), QStringLiteral("strong"));
    // The ninth image is the brightest.
    QTest::keyClick(&filmstrip(*window), Qt::Key_End);
    QTRY_VERIFY_WITH_TIMEOUT(labelText(*window, "degradationGrade.haze") == QStringLiteral("slight"), patienceMs);
    QTest::keyClick(&filmstrip(*window), Qt::Key_Home);
    QCOMPARE(labelText(*window, "degradationSentence"), strong); // known, so at once
}

void TestMainWindowViewing::whyTheImageIsPoorStaysOpenTheNextTime() {
    auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    windowAction(*window, "degradation").trigger();
    window->close();
    window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    QVERIFY(window->findChild<DegradationPanel*>()->isVisible());
    QVERIFY(windowAction(*window, "degradation").isChecked());
    windowAction(*window, "resetLayout").trigger();
    QVERIFY(!window->findChild<DegradationPanel*>()->isVisible());
}

void TestMainWindowViewing::inTheGridTheKeyShowsTheImageWithIt() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    auto* panel = window->findChild<DegradationPanel*>();
    auto& action = windowAction(*window, "degradation");
    for (const auto* elsewhere : {"grid", "pseudoLabels"}) {
        action.setChecked(true);
        windowAction(*window, elsewhere).trigger();
        QVERIFY2(!panel->isVisible(), elsewhere);
        action.trigger();
        QVERIFY2(panel->isVisible() && action.isChecked(), elsewhere);
    }
}

void TestMainWindowViewing::withoutAModelOriginalsAreShownAndTheSentenceStays() {
    m_stage->hasModel = false;
    const auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->images());
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasOriginal(), patienceMs);
    QVERIFY(messageBar(*window, "problemBar").sentence().contains(QStringLiteral("There is no model fundus")));
    QCOMPARE(m_stage->enhancing->calls.load(), 0);
    QVERIFY(!windowAction(*window, "adapt").isEnabled());
}

void TestMainWindowViewing::destroyingTheWindowCancelsWhatIsBeingEnhanced() {
    m_stage->enhancing->blockFirst = true;
    auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->images());
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->enhancing->calls.load(), 1, patienceMs);
    window.reset();
    QCOMPARE(m_stage->enhancing->cancelled.load(), 1);
}

QTEST_MAIN(TestMainWindowViewing)
#include "tst_main_window_viewing.moc"
