// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"
#include "app/workstation_fakes.h"
#include "browser/image_browser.h"
#include "common/message_bar.h"
#include "compare/compare_view.h"
#include "dashboard/training_dashboard.h"
#include "main_window.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace limpid;

class TestWorkstationWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aFolderOpensWithItsFirstImageEnhanced();
    void stepsThroughTheFolderByKeyboard();
    void spaceInTheListShowsTheOriginal();
    void whatIsWrongWithAFolderIsASentence_data();
    void whatIsWrongWithAFolderIsASentence();
    void anUnreadableFileIsListedWithItsReason();
    void withoutAModelTheOriginalsAreShownAndASentence();
    void exportWritesTheEnhancedImageAndNeverAnOriginal();
    void tooFewImagesAreRefusedWithASentence();
    void adaptingOffersTheNewModelWhichIsThenUsed();
    void keepingTheOldModelPutsTheNewOneAway();
    void aClinicsNameThatCannotBeAFolderIsRefusedOnThePage();
    void closingWhileAdaptingAsksAndKeepsWhatWasLearnt();
    void everyCommandOfTheToolbarIsReachedByTab();

private:
    std::unique_ptr<MainWindow> makeWindow(const FakeAdaptation::Script& script = runShortly);
    void open(MainWindow& window);
    void startAdapting(MainWindow& window);
    QString images() const { return m_folder->filePath(QStringLiteral("North")); }
    QString clinicFile(const char* name) const {
        return m_folder->filePath(QStringLiteral("clinics/North/")) + QLatin1String(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<EnhancementRecord> m_record;
    bool m_hasModel = true;
};

namespace {

constexpr int patienceMs = 30000;

CompareView& compare(MainWindow& window) {
    return *window.findChild<CompareView*>();
}

MessageBar& bar(MainWindow& window, const char* name) {
    return *window.findChild<MessageBar*>(QLatin1String(name));
}

QAction& action(MainWindow& window, const char* name) {
    return *window.findChild<QAction*>(QLatin1String(name));
}

void click(QObject& inside, const char* name) {
    inside.findChild<QPushButton*>(QLatin1String(name))->click();
}

} // namespace

void TestWorkstationWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_record = std::make_shared<EnhancementRecord>();
    m_hasModel = true;
    QVERIFY(QDir().mkpath(images()));
    writeImages(images(), 9);
}

std::unique_ptr<MainWindow> TestWorkstationWindow::makeWindow(const FakeAdaptation::Script& script) {
    const std::filesystem::path root = m_folder->path().toStdString();
    Result<std::filesystem::path> base = fail(ErrorCode::ModelNotFound, {"fundus"});
    if (m_hasModel)
        base = root / "fundus.safetensors";
    return std::make_unique<MainWindow>(WorkstationParts{std::make_unique<FakeEnhancement>(m_record),
                                                         std::make_unique<FakeAdaptation>(script),
                                                         ModelCatalog(base, root / "clinics")});
}

void TestWorkstationWindow::open(MainWindow& window) {
    window.show();
    window.openFolder(images());
    QTRY_VERIFY_WITH_TIMEOUT(compare(window).hasEnhanced(), patienceMs);
}

void TestWorkstationWindow::startAdapting(MainWindow& window) {
    open(window);
    action(window, "adapt").trigger();
    auto* page = window.findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    QCOMPARE(page->findChild<QLineEdit*>()->text(), QStringLiteral("North"));
    click(*page, "startAdaptation");
}

void TestWorkstationWindow::aFolderOpensWithItsFirstImageEnhanced() {
    const auto window = makeWindow();
    open(*window);
    auto* list = window->findChild<ImageBrowser*>();
    QCOMPARE(list->model()->rowCount(), 9);
    QCOMPARE(list->currentIndex().row(), 0);
    // 20 in the original, 235 in the enhanced image: left and right of the line.
    const auto shown = compare(*window).grab().toImage();
    const int y = shown.height() / 4;
    QCOMPARE(shown.pixelColor(shown.width() / 2 - 30, y), QColor(20, 20, 20));
    QCOMPARE(shown.pixelColor(shown.width() / 2 + 30, y), QColor(235, 235, 235));
    QVERIFY(window->windowTitle().contains(QStringLiteral("North")));
    QTRY_COMPARE_WITH_TIMEOUT(window->findChild<QLabel*>(QStringLiteral("device"))->text(),
                              QStringLiteral("Abacus, 2 threads"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
}

void TestWorkstationWindow::stepsThroughTheFolderByKeyboard() {
    const auto window = makeWindow();
    open(*window);
    auto& view = compare(*window);
    view.setSplit(0.0); // the enhanced image alone
    QTest::keyClick(window->findChild<ImageBrowser*>(), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(view.hasEnhanced() && view.grab().toImage().pixelColor(
                                                       view.width() / 2, view.height() / 4) == QColor(215, 215, 215),
                             patienceMs);
    QCOMPARE(view.split(), 0.0);
}

void TestWorkstationWindow::spaceInTheListShowsTheOriginal() {
    const auto window = makeWindow();
    open(*window);
    auto& view = compare(*window);
    auto* list = window->findChild<ImageBrowser*>();
    const auto right = [&] {
        return view.grab().toImage().pixelColor(view.width() / 2 + 30, view.height() / 4);
    };
    QTest::keyPress(list, Qt::Key_Space);
    QCOMPARE(right(), QColor(20, 20, 20));
    QTest::keyRelease(list, Qt::Key_Space);
    QCOMPARE(right(), QColor(235, 235, 235));
}

void TestWorkstationWindow::whatIsWrongWithAFolderIsASentence_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QStringLiteral("nowhere") << QStringLiteral("There is no folder");
    QTest::newRow("a file") << QStringLiteral("North/image 1.png") << QStringLiteral("is a file, not a folder");
    QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("holds no image that Limpid can read");
}

void TestWorkstationWindow::whatIsWrongWithAFolderIsASentence() {
    QFETCH(QString, name);
    QFETCH(QString, words);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("empty")));
    const auto window = makeWindow();
    window->openFolder(m_folder->filePath(name));
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "problemBar").sentence().contains(words), patienceMs);
    QVERIFY(bar(*window, "problemBar").sentence().contains(m_folder->filePath(name)));
    QVERIFY(!action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::anUnreadableFileIsListedWithItsReason() {
    QFile file(QDir(images()).filePath(QStringLiteral("a broken one.jpg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("\xff\xd8\xff\xe0 no more than this");
    file.close();
    const auto window = makeWindow();
    window->show();
    window->openFolder(images());
    auto* list = window->findChild<ImageBrowser*>();
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() == 10 &&
                                 !list->model()->index(0, 0).data(ImageListModel::ReasonRole).toString().isEmpty(),
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "problemBar").sentence().contains(QStringLiteral("a broken one.jpg")),
                             patienceMs);
    // The next image is fine, and the sentence goes.
    QTest::keyClick(list, Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced(), patienceMs);
    QVERIFY(bar(*window, "problemBar").isHidden());
}

void TestWorkstationWindow::withoutAModelTheOriginalsAreShownAndASentence() {
    m_hasModel = false;
    const auto window = makeWindow();
    QVERIFY(bar(*window, "problemBar").sentence().contains(QStringLiteral("There is no model fundus")));
    window->show();
    window->openFolder(images());
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasOriginal(), patienceMs);
    QCOMPARE(m_record->calls.load(), 0);
    QVERIFY(!action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::exportWritesTheEnhancedImageAndNeverAnOriginal() {
    const auto window = makeWindow();
    open(*window);
    const auto target = m_folder->filePath(QStringLiteral("enhanced.png"));
    window->exportTo(target);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target), patienceMs);
    QCOMPARE(QImage(target).pixelColor(5, 5), QColor(235, 235, 235));

    const auto original = QDir(images()).filePath(QStringLiteral("image 3.png"));
    window->exportTo(original);
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "problemBar").sentence().contains(QStringLiteral("one of the originals")),
                             patienceMs);
    QCOMPARE(QImage(original).pixelColor(5, 5), QColor(60, 60, 60));
}

void TestWorkstationWindow::tooFewImagesAreRefusedWithASentence() {
    for (int i = 4; i <= 9; ++i)
        QVERIFY(QFile::remove(QDir(images()).filePath(QStringLiteral("image %1.png").arg(i))));
    const auto window = makeWindow();
    open(*window);
    action(*window, "adapt").trigger();
    QVERIFY(window->findChild<AdaptationPage*>() == nullptr);
    QVERIFY(bar(*window, "outcomeBar").sentence().contains(QStringLiteral("Only 3 readable images")));
}

void TestWorkstationWindow::adaptingOffersTheNewModelWhichIsThenUsed() {
    const auto window = makeWindow();
    startAdapting(*window);
    QVERIFY(!window->findChild<QDockWidget*>()->isHidden());
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.sentence().contains(QStringLiteral("24.00 to 25.50 dB")), patienceMs);
    QVERIFY(action(*window, "adapt").isEnabled());
    QVERIFY(!QFile::exists(clinicFile("model.safetensors"))); // nobody has accepted it yet

    const int calls = m_record->calls;
    click(outcome, "useNewModel");
    QVERIFY(outcome.isHidden());
    QVERIFY(QFile::exists(clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>()->currentText(), QStringLiteral("North (adapted)"));
    QTRY_VERIFY_WITH_TIMEOUT(m_record->calls > calls, patienceMs); // the image on show is enhanced again
}

void TestWorkstationWindow::keepingTheOldModelPutsTheNewOneAway() {
    const auto window = makeWindow();
    startAdapting(*window);
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    click(outcome, "keepOldModel");
    QVERIFY(!QFile::exists(clinicFile("candidate.safetensors")));
    QVERIFY(!QFile::exists(clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>()->count(), 1);
}

void TestWorkstationWindow::aClinicsNameThatCannotBeAFolderIsRefusedOnThePage() {
    const auto window = makeWindow();
    open(*window);
    action(*window, "adapt").trigger();
    auto* page = window->findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    page->findChild<QLineEdit*>()->setText(QStringLiteral("../elsewhere"));
    click(*page, "startAdaptation");
    QVERIFY(page->isVisible());
    QVERIFY(!page->findChild<QLabel*>(QStringLiteral("pageProblem"))->text().isEmpty());
    QVERIFY(!action(*window, "stop").isEnabled());
}

void TestWorkstationWindow::closingWhileAdaptingAsksAndKeepsWhatWasLearnt() {
    const auto window = makeWindow(runUntilStopped);
    startAdapting(*window);
    QTRY_VERIFY_WITH_TIMEOUT(action(*window, "stop").isEnabled(), patienceMs);
    window->close();
    QVERIFY(window->isVisible());
    auto* question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    click(*question, "keepRunning");
    QVERIFY(window->isVisible());
    QVERIFY(action(*window, "stop").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QMessageBox*>() == nullptr, patienceMs);

    window->close();
    question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    click(*question, "stopAndClose");
    QTRY_VERIFY_WITH_TIMEOUT(!window->isVisible(), patienceMs);
    QVERIFY(QFile::exists(clinicFile("model.safetensors")));
}

void TestWorkstationWindow::everyCommandOfTheToolbarIsReachedByTab() {
    const auto window = makeWindow();
    const auto* toolbar = window->findChild<QToolBar*>();
    for (const auto* name : {"openFolder", "enhance", "adapt", "stop", "exportImage"}) {
        const auto* button = toolbar->widgetForAction(&action(*window, name));
        QVERIFY2(button != nullptr && (button->focusPolicy() & Qt::TabFocus) != 0, name);
    }
}

QTEST_MAIN(TestWorkstationWindow)
#include "tst_workstation_window.moc"
