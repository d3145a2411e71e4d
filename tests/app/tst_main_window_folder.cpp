// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_browser.h"
#include "browser/image_list_model.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "main_window.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QTest>

using namespace limpid;

/// What the window makes of folders, of good ones and of others.
class TestMainWindowFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { WorkstationStage::prepareProgram(); }
    void init() { m_stage = std::make_unique<WorkstationStage>(); }
    void cleanup() { m_stage.reset(); }

    void openingAFolderListsItsImagesAndShowsTheFirst();
    void aFolderOpenedMeanwhileTakesThePlaceOfTheFirst();
    void whatIsWrongWithAFolderIsOneSentence_data();
    void whatIsWrongWithAFolderIsOneSentence();
    void aFileInsteadOfAFolderIsShownAmongItsNeighbours();
    void aWrongFolderLeavesTheOpenOneAlone();
    void aBrokenFileIsListedWithItsReason();

private:
    std::unique_ptr<WorkstationStage> m_stage;
};

void TestMainWindowFolder::openingAFolderListsItsImagesAndShowsTheFirst() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    const auto* model = filmstrip(*window).model();
    QCOMPARE(model->rowCount(), WorkstationStage::imageCount);
    QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("image 2.png"));
    QCOMPARE(filmstrip(*window).currentIndex().row(), 0);
    QCOMPARE(drawnOriginal(*window), grey(20));
    QCOMPARE(drawnEnhanced(*window), grey(235));
    QVERIFY(window->windowTitle().contains(QStringLiteral("North")));
    QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains(QStringLiteral("9 images")), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*window, "device"), QStringLiteral("Abacus, 2 threads"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
}

void TestMainWindowFolder::aFolderOpenedMeanwhileTakesThePlaceOfTheFirst() {
    const QDir other(m_stage->at(QStringLiteral("South")));
    QVERIFY(QDir().mkpath(other.path()));
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(grey(100));
    QVERIFY(image.save(other.filePath(QStringLiteral("only.png"))));

    m_stage->enhancing->blockFirst = true;
    const auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->images());
    QTRY_COMPARE_WITH_TIMEOUT(m_stage->enhancing->calls.load(), 1, patienceMs);
    window->openFolder(other.path());
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasEnhanced(), patienceMs);
    QCOMPARE(filmstrip(*window).model()->rowCount(), 1);
    QCOMPARE(m_stage->enhancing->cancelled.load(), 1);
    QCOMPARE(drawnOriginal(*window), grey(100));
    QCOMPARE(drawnEnhanced(*window), grey(155));
    QTRY_VERIFY_WITH_TIMEOUT(filmstrip(*window).model()->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
    const auto thumbnail = filmstrip(*window).model()->index(0, 0).data(Qt::DecorationRole).value<QImage>();
    QCOMPARE(thumbnail.pixelColor(5, 5), grey(100));
}

void TestMainWindowFolder::whatIsWrongWithAFolderIsOneSentence_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("start");
    QTest::newRow("missing") << QStringLiteral("nowhere") << QStringLiteral("There is no folder");
    QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("is empty. Perhaps the photographs");
}

void TestMainWindowFolder::whatIsWrongWithAFolderIsOneSentence() {
    QFETCH(QString, name);
    QFETCH(QString, start);
    QVERIFY(QDir(m_stage->at(QString())).mkpath(QStringLiteral("empty")));
    const auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->at(name));
    auto& problem = messageBar(*window, "startProblem");
    QTRY_VERIFY_WITH_TIMEOUT(problem.sentence().contains(start), patienceMs);
    QVERIFY(problem.sentence().contains(m_stage->at(name)));
    QVERIFY(!windowAction(*window, "adapt").isEnabled());
    QVERIFY(!compareView(*window).hasOriginal());
}

void TestMainWindowFolder::aFileInsteadOfAFolderIsShownAmongItsNeighbours() {
    const auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->images() + QStringLiteral("/image 3.png"));
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasEnhanced(), patienceMs);
    QCOMPARE(filmstrip(*window).model()->rowCount(), WorkstationStage::imageCount);
    QCOMPARE(filmstrip(*window).currentIndex().row(), 2);
    QCOMPARE(drawnOriginal(*window), grey(60));
    QVERIFY(window->windowTitle().contains(QStringLiteral("North")));
}

void TestMainWindowFolder::aWrongFolderLeavesTheOpenOneAlone() {
    const auto window = m_stage->makeWindow();
    QVERIFY(m_stage->open(*window));
    window->openFolder(m_stage->at(QStringLiteral("nowhere")));
    QTRY_VERIFY_WITH_TIMEOUT(!messageBar(*window, "problemBar").isHidden(), patienceMs);
    QCOMPARE(filmstrip(*window).model()->rowCount(), WorkstationStage::imageCount);
    QCOMPARE(drawnEnhanced(*window), grey(235));
    // The next one is fine, and the sentence goes.
    window->openFolder(m_stage->images());
    QTRY_VERIFY_WITH_TIMEOUT(messageBar(*window, "problemBar").isHidden(), patienceMs);
}

void TestMainWindowFolder::aBrokenFileIsListedWithItsReason() {
    QFile file(QDir(m_stage->images()).filePath(QStringLiteral("a broken one.jpg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto window = m_stage->makeWindow();
    window->show();
    window->openFolder(m_stage->images());
    const auto* model = filmstrip(*window).model();
    auto& problem = messageBar(*window, "problemBar");
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0)
                                 .data(ImageListModel::ReasonRole)
                                 .toString()
                                 .startsWith(QStringLiteral("a broken one.jpg is empty")),
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains(QStringLiteral("10 images \u00b7 1 unreadable")),
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(problem.sentence().contains(QStringLiteral("a broken one.jpg is empty")), patienceMs);
    QVERIFY(!compareView(*window).hasOriginal());
    // The next image is fine, and the sentence goes.
    QTest::keyClick(&filmstrip(*window), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*window).hasEnhanced(), patienceMs);
    QVERIFY(problem.isHidden());
}

QTEST_MAIN(TestMainWindowFolder)
#include "tst_main_window_folder.moc"
