// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_page.h"
#include "app/fake_quality.h"
#include "app/workstation_fakes.h"
#include "browser/image_browser.h"
#include "browser/image_list_model.h"
#include "common/export_dialog.h"
#include "common/message_bar.h"
#include "common/start_page.h"
#include "compare/compare_view.h"
#include "dashboard/held_out_strip.h"
#include "dashboard/training_dashboard.h"
#include "main_window.h"
#include "picker/picker_page.h"
#include "preferences.h"
#include "work_page.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDockWidget>
#include <QFocusEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolBar>

using namespace limpid;

class TestWorkstationWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void openingAFolderListsItsImagesAndShowsTheFirst();
    void theArrowKeysShowTheNextImage();
    void aFolderOpenedMeanwhileTakesThePlaceOfTheFirst();
    void spaceInTheListShowsTheOriginalUntilTheFocusGoes();
    void whatIsWrongWithAFolderIsOneSentence_data();
    void whatIsWrongWithAFolderIsOneSentence();
    void aFileInsteadOfAFolderIsShownAmongItsNeighbours();
    void aWrongFolderLeavesTheOpenOneAlone();
    void aBrokenFileIsListedWithItsReason();
    void withoutAModelOriginalsAreShownAndTheSentenceStays();
    void exportWritesTheEnhancedImageAndNeverAnOriginal();
    void everyViewAndModeShowsTheSameImage();
    void pseudoLabelsAreShownWithTheirReasons();
    void bothModelsAreComparedBeforeTheAnswer();
    void heldOutImagesStandWithTheQuestion();
    void thePageTellsWhatTheRunWillTake();
    void aPausedRunIsResumedAndThenThrownAway();
    void theLanguageChangesWhileTheWindowIsOpen();

    void adaptRunsOnceAndStopEndsItWithASentence();
    void adaptPressedTwiceAsksOnce();
    void tooFewImagesAreRefusedWithASentence();
    void aClinicsNameThatCannotBeAFolderIsRefusedOnThePage();
    void theNewModelIsUsedWhenItIsChosen();
    void theOldModelStaysWhenTheNewOneIsRefused();

    void anInterruptedRunIsGoneOnWith();
    void aModelLeftOverIsOfferedAtTheNextStart();
    void enhancingAndARunFillInWhatTheBrowserShows();
    void closingWithoutARunAsksNothing();
    void closingDuringARunAsksAndThenEndsIt();
    void theQuestionGoesWhenTheRunEndsFirst();
    void destroyingTheWindowDuringARunEndsIt();
    void destroyingTheWindowCancelsWhatIsBeingEnhanced();
    void everyCommandOfTheToolbarIsReachedByTab();

private:
    std::unique_ptr<MainWindow> makeWindow(const FakeAdaptation::Script& script = runShortly);
    /// Shows the window with the folder; true once the first image is enhanced.
    bool open(MainWindow& window);
    /// Opens the folder and starts a run; true if one has begun.
    bool startAdapting(MainWindow& window);
    QString images() const { return m_folder->filePath(QStringLiteral("North")); }
    QString clinicFile(const char* name) const {
        return m_folder->filePath(QStringLiteral("clinics/North/")) + QLatin1String(name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<EnhancementRecord> m_record;
    std::shared_ptr<EnhancementRecord> m_exportRecord;
    std::shared_ptr<QualityRecord> m_qualityRecord = std::make_shared<QualityRecord>();
    std::unique_ptr<Preferences> m_preferences;
    bool m_hasModel = true;
};

namespace {

constexpr int patienceMs = 10000;
constexpr int imageCount = 9;

ImageBrowser& list(MainWindow& window) {
    return *window.findChild<ImageBrowser*>(QStringLiteral("filmstrip"));
}

CompareView& compare(MainWindow& window) {
    return *window.findChild<CompareView*>();
}

MessageBar& bar(MainWindow& window, const char* name) {
    return *window.findChild<MessageBar*>(QLatin1String(name));
}

QAction& action(MainWindow& window, const char* name) {
    return *window.findChild<QAction*>(QLatin1String(name));
}

QString words(MainWindow& window, const char* label) {
    return window.findChild<QLabel*>(QLatin1String(label))->text();
}

void click(QObject& inside, const char* name) {
    inside.findChild<QPushButton*>(QLatin1String(name))->click();
}

/// What is drawn so far to the right of the middle, above the line's grip and below the labels.
QColor drawn(MainWindow& window, int fromMiddle) {
    const auto view = compare(window).grab().toImage();
    return view.pixelColor(view.width() / 2 + fromMiddle, view.height() / 4);
}

QColor original(MainWindow& window) {
    return drawn(window, -30);
}

QColor enhanced(MainWindow& window) {
    return drawn(window, 30);
}

QColor grey(int value) {
    return {value, value, value};
}

} // namespace

void TestWorkstationWindow::initTestCase() {
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true); // thumbnails and notes belong to nobody's own
    // Every test closes a window; the last one of a test must not end the tests that follow.
    QGuiApplication::setQuitOnLastWindowClosed(false);
}

void TestWorkstationWindow::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_record = std::make_shared<EnhancementRecord>();
    m_exportRecord = std::make_shared<EnhancementRecord>();
    m_hasModel = true;
    m_preferences = std::make_unique<Preferences>(
        *qApp, std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    auto english = m_preferences->settings();
    english.language = QStringLiteral("en");
    QVERIFY(m_preferences->change(english));
    QVERIFY(QDir().mkpath(images()));
    writeImages(images(), imageCount);
    std::ofstream(m_folder->filePath(QStringLiteral("fundus.safetensors")).toStdString()) << "weights";
}

std::unique_ptr<MainWindow> TestWorkstationWindow::makeWindow(const FakeAdaptation::Script& script) {
    const std::filesystem::path root = m_folder->path().toStdString();
    Result<std::filesystem::path> base = fail(ErrorCode::ModelNotFound, {"fundus"});
    if (m_hasModel)
        base = root / "fundus.safetensors";
    return std::make_unique<MainWindow>(
        WorkstationParts{std::make_unique<FakeEnhancement>(m_record),
                         std::make_unique<FakeEnhancement>(m_exportRecord),
                         std::make_unique<FakeAdaptation>(script),
                         ModelCatalog(base, root / "clinics"),
                         {root / "thumbnails", root / "notes", root / "records"},
                         QString(),
                         std::make_shared<FakeQuality>(m_qualityRecord),
                         [this](const std::filesystem::path&) {
                             return UnfinishedRun{"North", images().toStdString(), "fundus.safetensors", 3, 16};
                         }},
        *m_preferences);
}

bool TestWorkstationWindow::open(MainWindow& window) {
    window.show();
    window.openFolder(images());
    return QTest::qWaitFor([&] { return compare(window).hasEnhanced(); }, patienceMs);
}

bool TestWorkstationWindow::startAdapting(MainWindow& window) {
    if (!open(window))
        return false;
    action(window, "adapt").trigger();
    auto* page = window.findChild<AdaptationPage*>();
    if (page == nullptr)
        return false;
    click(*page, "startAdaptation");
    return action(window, "stop").isEnabled();
}

void TestWorkstationWindow::openingAFolderListsItsImagesAndShowsTheFirst() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    const auto* model = list(*window).model();
    QCOMPARE(model->rowCount(), imageCount);
    QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("image 2.png"));
    QCOMPARE(list(*window).currentIndex().row(), 0);
    QCOMPARE(original(*window), grey(20));
    QCOMPARE(enhanced(*window), grey(235));
    QVERIFY(window->windowTitle().contains(QStringLiteral("North")));
    QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains(QStringLiteral("9 images")), patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(words(*window, "device"), QStringLiteral("Abacus, 2 threads"), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
}

void TestWorkstationWindow::theArrowKeysShowTheNextImage() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    compare(*window).setSplit(0.4);
    QTest::keyClick(&list(*window), Qt::Key_Down);
    QCOMPARE(list(*window).currentIndex().row(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(enhanced(*window), grey(215), patienceMs);
    QCOMPARE(compare(*window).split(), 0.4);
    QTest::keyClick(&list(*window), Qt::Key_Up);
    QTRY_COMPARE_WITH_TIMEOUT(enhanced(*window), grey(235), patienceMs);
}

void TestWorkstationWindow::aFolderOpenedMeanwhileTakesThePlaceOfTheFirst() {
    const QDir other(m_folder->filePath(QStringLiteral("South")));
    QVERIFY(QDir().mkpath(other.path()));
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(grey(100));
    QVERIFY(image.save(other.filePath(QStringLiteral("only.png"))));

    m_record->blockFirst = true;
    const auto window = makeWindow();
    window->show();
    window->openFolder(images());
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    window->openFolder(other.path());
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced(), patienceMs);
    QCOMPARE(list(*window).model()->rowCount(), 1);
    QCOMPARE(m_record->cancelled.load(), 1);
    QCOMPARE(original(*window), grey(100));
    QCOMPARE(enhanced(*window), grey(155));
    QTRY_VERIFY_WITH_TIMEOUT(list(*window).model()->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
    const auto thumbnail = list(*window).model()->index(0, 0).data(Qt::DecorationRole).value<QImage>();
    QCOMPARE(thumbnail.pixelColor(5, 5), grey(100));
}

void TestWorkstationWindow::spaceInTheListShowsTheOriginalUntilTheFocusGoes() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    QTest::keyPress(&list(*window), Qt::Key_Space);
    QCOMPARE(enhanced(*window), grey(20));
    QTest::keyRelease(&list(*window), Qt::Key_Space);
    QCOMPARE(enhanced(*window), grey(235));
    QTest::keyPress(&list(*window), Qt::Key_Space);
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&list(*window), &leave);
    QCOMPARE(enhanced(*window), grey(235));
}

void TestWorkstationWindow::whatIsWrongWithAFolderIsOneSentence_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("start");
    QTest::newRow("missing") << QStringLiteral("nowhere") << QStringLiteral("There is no folder");
    QTest::newRow("empty") << QStringLiteral("empty") << QStringLiteral("is empty. Perhaps the photographs");
}

void TestWorkstationWindow::whatIsWrongWithAFolderIsOneSentence() {
    QFETCH(QString, name);
    QFETCH(QString, start);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("empty")));
    const auto window = makeWindow();
    window->show();
    window->openFolder(m_folder->filePath(name));
    auto& problem = bar(*window, "startProblem");
    QTRY_VERIFY_WITH_TIMEOUT(problem.sentence().contains(start), patienceMs);
    QVERIFY(problem.sentence().contains(m_folder->filePath(name)));
    QVERIFY(!action(*window, "adapt").isEnabled());
    QVERIFY(!compare(*window).hasOriginal());
}

void TestWorkstationWindow::aFileInsteadOfAFolderIsShownAmongItsNeighbours() {
    const auto window = makeWindow();
    window->show();
    window->openFolder(images() + QStringLiteral("/image 3.png"));
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced(), patienceMs);
    QCOMPARE(list(*window).model()->rowCount(), imageCount);
    QCOMPARE(list(*window).currentIndex().row(), 2);
    QCOMPARE(original(*window), grey(60));
    QVERIFY(window->windowTitle().contains(QStringLiteral("North")));
}

void TestWorkstationWindow::aWrongFolderLeavesTheOpenOneAlone() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    window->openFolder(m_folder->filePath(QStringLiteral("nowhere")));
    QTRY_VERIFY_WITH_TIMEOUT(!bar(*window, "problemBar").isHidden(), patienceMs);
    QCOMPARE(list(*window).model()->rowCount(), imageCount);
    QCOMPARE(enhanced(*window), grey(235));
    // The next one is fine, and the sentence goes.
    window->openFolder(images());
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "problemBar").isHidden(), patienceMs);
}

void TestWorkstationWindow::aBrokenFileIsListedWithItsReason() {
    QFile file(QDir(images()).filePath(QStringLiteral("a broken one.jpg")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto window = makeWindow();
    window->show();
    window->openFolder(images());
    const auto* model = list(*window).model();
    auto& problem = bar(*window, "problemBar");
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0)
                                 .data(ImageListModel::ReasonRole)
                                 .toString()
                                 .startsWith(QStringLiteral("a broken one.jpg is empty")),
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(window->windowTitle().contains(QStringLiteral("10 images \u00b7 1 unreadable")),
                             patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(problem.sentence().contains(QStringLiteral("a broken one.jpg is empty")), patienceMs);
    QVERIFY(!compare(*window).hasOriginal());
    // The next image is fine, and the sentence goes.
    QTest::keyClick(&list(*window), Qt::Key_Down);
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced(), patienceMs);
    QVERIFY(problem.isHidden());
}

void TestWorkstationWindow::withoutAModelOriginalsAreShownAndTheSentenceStays() {
    m_hasModel = false;
    const auto window = makeWindow();
    window->show();
    window->openFolder(images());
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasOriginal(), patienceMs);
    QVERIFY(bar(*window, "problemBar").sentence().contains(QStringLiteral("There is no model fundus")));
    QCOMPARE(m_record->calls.load(), 0);
    QVERIFY(!action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::exportWritesTheEnhancedImageAndNeverAnOriginal() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    action(*window, "exportImages").trigger();
    auto* dialog = window->findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr);
    dialog->setFolder(images());
    QVERIFY(!dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok)->isEnabled());
    const QDir target(m_folder->filePath(QStringLiteral("exported")));
    dialog->setFolder(target.path());
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target.filePath(QStringLiteral("image 1.png"))), patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(words(*window, "note").startsWith(QStringLiteral("1 image written to")), patienceMs);
    QCOMPARE(QImage(target.filePath(QStringLiteral("image 1.png"))).pixelColor(5, 5), grey(235));
    QVERIFY(QFile::exists(target.filePath(QStringLiteral("image 1.png.json"))));
    QCOMPARE(QImage(QDir(images()).filePath(QStringLiteral("image 1.png"))).pixelColor(5, 5), grey(20));
    QCOMPARE(m_exportRecord->calls.load(), 1); // an engine of its own
}

void TestWorkstationWindow::everyViewAndModeShowsTheSameImage() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    auto* grid = window->findChild<ImageBrowser*>(QStringLiteral("grid"));
    action(*window, "grid").trigger();
    QVERIFY(grid->isVisible() && !compare(*window).isVisible());
    grid->setCurrentRow(2);
    action(*window, "single").trigger();
    QCOMPARE(compare(*window).mode(), CompareMode::Flip);
    QTRY_COMPARE_WITH_TIMEOUT(enhanced(*window), grey(195), patienceMs);
    for (const auto mode : compareModes) {
        compare(*window).setMode(mode);
        QCOMPARE(list(*window).currentRow(), 2);
        QVERIFY(!compare(*window).grab().isNull());
    }
    compare(*window).setMode(CompareMode::Split);
    action(*window, "single").trigger();
    action(*window, "compareView").trigger();
    QCOMPARE(compare(*window).mode(), CompareMode::Split); // the comparison that was used last
}

void TestWorkstationWindow::pseudoLabelsAreShownWithTheirReasons() {
    const auto window = makeWindow();
    QVERIFY(startAdapting(*window));
    QTRY_VERIFY_WITH_TIMEOUT(!bar(*window, "outcomeBar").sentence().isEmpty(), patienceMs);
    action(*window, "pseudoLabels").trigger();
    auto* page = window->findChild<PickerPage*>();
    QVERIFY(page->isVisible());
    const auto table = QString::fromUtf8(page->exported(PickFormat::Csv));
    QVERIFY(table.contains(QStringLiteral("image 3.png")));
    QVERIFY(table.contains(QStringLiteral("Both judges accept it.")));
    action(*window, "pseudoLabels").trigger();
    QVERIFY(compare(*window).isVisible());
}

void TestWorkstationWindow::bothModelsAreComparedBeforeTheAnswer() {
    const auto window = makeWindow();
    QVERIFY(startAdapting(*window));
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    click(outcome, "compareModels");
    QVERIFY(!outcome.isHidden()); // the answer is still waited for
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).results().holds(1), patienceMs);
    click(outcome, "keepOldModel");
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced() && !compare(*window).results().holds(1), patienceMs);
}

void TestWorkstationWindow::heldOutImagesStandWithTheQuestion() {
    const auto window = makeWindow();
    QVERIFY(startAdapting(*window));
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.findChild<QPushButton*>(QStringLiteral("useNewModel")) != nullptr, patienceMs);
    auto* strip = outcome.findChild<HeldOutStrip*>();
    QVERIFY(strip != nullptr && strip->isVisible());
    QVERIFY(strip->findChild<QLabel*>(QStringLiteral("heldOutTitle"))->text().contains(QStringLiteral("1 of 1")));
    click(outcome, "compareModels"); // the views need the room
    QVERIFY(!strip->isVisible() && outcome.isVisible());
}

void TestWorkstationWindow::thePageTellsWhatTheRunWillTake() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    action(*window, "adapt").trigger();
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
    QVERIFY(action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::aPausedRunIsResumedAndThenThrownAway() {
    const auto window = makeWindow(runPausing);
    QVERIFY(startAdapting(*window));
    QTRY_COMPARE_WITH_TIMEOUT(words(*window, "runState"), QStringLiteral("Running"), patienceMs);
    auto* dashboard = window->findChild<TrainingDashboard*>();
    Q_EMIT dashboard->pauseRequested();
    QTRY_COMPARE_WITH_TIMEOUT(words(*window, "runState"), QStringLiteral("Paused"), patienceMs);
    Q_EMIT dashboard->resumeRequested();
    QCOMPARE(words(*window, "runState"), QStringLiteral("Running"));
    Q_EMIT dashboard->cancelRequested();
    auto* question = window->findChild<QMessageBox*>();
    QVERIFY(question != nullptr);
    click(*question, "throwAway");
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "outcomeBar").sentence().startsWith(QStringLiteral("Nothing was kept")),
                             patienceMs);
    QVERIFY(!QFile::exists(clinicFile("candidate.safetensors")));
    QVERIFY(action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::theLanguageChangesWhileTheWindowIsOpen() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    auto chinese = m_preferences->settings();
    chinese.language = QStringLiteral("zh_CN");
    QVERIFY(m_preferences->change(chinese));
    QTRY_COMPARE_WITH_TIMEOUT(action(*window, "adapt").iconText().contains(QStringLiteral("Adapt")), false, patienceMs);
    auto english = chinese;
    english.language = QStringLiteral("en");
    QVERIFY(m_preferences->change(english));
    QTRY_COMPARE_WITH_TIMEOUT(action(*window, "adapt").text(), QStringLiteral("&Adapt to this clinic\u2026"),
                              patienceMs);
}

void TestWorkstationWindow::adaptRunsOnceAndStopEndsItWithASentence() {
    std::atomic<int> runs = 0;
    const auto window = makeWindow([&runs](const AdaptationJob& job, Progress progress,
                                           const AdaptationListener& listener, const std::stop_token& stop) {
        ++runs;
        return runUntilStopped(job, std::move(progress), listener, stop);
    });
    QVERIFY(startAdapting(*window));
    QVERIFY(!window->findChild<QDockWidget*>()->isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(words(*window, "runState"), QStringLiteral("Running"), patienceMs);

    QVERIFY(!action(*window, "adapt").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<AdaptationPage*>() == nullptr, patienceMs);
    action(*window, "adapt").trigger();
    QVERIFY(window->findChild<AdaptationPage*>() == nullptr);

    action(*window, "stop").trigger();
    QCOMPARE(words(*window, "runState"), QStringLiteral("Stopping\u2026"));
    QVERIFY(!action(*window, "stop").isEnabled());
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(
        outcome.sentence().startsWith(QStringLiteral("Stopped as asked. A model for North is ready")), patienceMs);
    QCOMPARE(words(*window, "runState"), QStringLiteral("Done"));
    QCOMPARE(runs.load(), 1);
}

void TestWorkstationWindow::adaptPressedTwiceAsksOnce() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    action(*window, "adapt").trigger();
    action(*window, "adapt").trigger();
    QCOMPARE(window->findChildren<AdaptationPage*>().size(), 1);
    // A page that was sent away does not stand in the way of the next one.
    window->findChild<AdaptationPage*>()->reject();
    action(*window, "adapt").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(window->findChildren<AdaptationPage*>().size(), 1, patienceMs);
    QVERIFY(window->findChild<AdaptationPage*>()->isVisible());
}

void TestWorkstationWindow::tooFewImagesAreRefusedWithASentence() {
    for (int i = 4; i <= imageCount; ++i)
        QVERIFY(QFile::remove(QDir(images()).filePath(QStringLiteral("image %1.png").arg(i))));
    const auto window = makeWindow();
    QVERIFY(open(*window));
    action(*window, "adapt").trigger();
    QVERIFY(window->findChild<AdaptationPage*>() == nullptr);
    QVERIFY(bar(*window, "outcomeBar").sentence().contains(QStringLiteral("Only 3 readable images")));
}

void TestWorkstationWindow::aClinicsNameThatCannotBeAFolderIsRefusedOnThePage() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    action(*window, "adapt").trigger();
    auto* page = window->findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    QCOMPARE(page->findChild<QLineEdit*>()->text(), QStringLiteral("North"));
    page->findChild<QLineEdit*>()->setText(QStringLiteral("../elsewhere"));
    click(*page, "startAdaptation");
    QVERIFY(page->isVisible());
    QVERIFY(!page->findChild<QLabel*>(QStringLiteral("pageProblem"))->text().isEmpty());
    QVERIFY(!action(*window, "stop").isEnabled());
}

void TestWorkstationWindow::theNewModelIsUsedWhenItIsChosen() {
    const auto window = makeWindow();
    QVERIFY(startAdapting(*window));
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(outcome.sentence().contains(QStringLiteral("24.00 to 25.50 dB")), patienceMs);
    QVERIFY(!QFile::exists(clinicFile("model.safetensors"))); // nobody has accepted it yet
    QVERIFY(!action(*window, "adapt").isEnabled());           // another run would take the question away

    const int calls = m_record->calls;
    click(outcome, "useNewModel");
    QVERIFY(outcome.isHidden());
    QVERIFY(QFile::exists(clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(), QStringLiteral("North (adapted)"));
    QVERIFY(action(*window, "adapt").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(m_record->calls > calls, patienceMs); // the image on show is enhanced again
}

void TestWorkstationWindow::theOldModelStaysWhenTheNewOneIsRefused() {
    const auto window = makeWindow();
    QVERIFY(startAdapting(*window));
    auto& outcome = bar(*window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), patienceMs);
    click(outcome, "keepOldModel");
    QVERIFY(!QFile::exists(clinicFile("candidate.safetensors")));
    QVERIFY(!QFile::exists(clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->count(), 1);
    QVERIFY(action(*window, "adapt").isEnabled());
}

void TestWorkstationWindow::anInterruptedRunIsGoneOnWith() {
    QVERIFY(QDir().mkpath(clinicFile("")));
    std::ofstream(clinicFile("unfinished.safetensors").toStdString()) << "state";
    std::atomic<bool> resumed = false;
    const auto window = makeWindow([&](const AdaptationJob& job, Progress progress, const AdaptationListener& listener,
                                       const std::stop_token& stop) {
        resumed = job.resume && job.folder == images().toStdString() && job.clinic == "North";
        return runShortly(job, std::move(progress), listener, stop);
    });
    window->show();
    auto& left = bar(*window, "leftBar");
    QTRY_VERIFY_WITH_TIMEOUT(left.sentence().contains(QStringLiteral("after epoch 3 of 16")), patienceMs);
    click(left, "goOnAdapting");
    QVERIFY(action(*window, "stop").isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(bar(*window, "outcomeBar").sentence().contains(QStringLiteral("North")), patienceMs);
    QVERIFY(resumed);
    QTRY_VERIFY_WITH_TIMEOUT(compare(*window).hasEnhanced(), patienceMs); // its folder has been opened
    QTRY_COMPARE_WITH_TIMEOUT(list(*window).model()->index(2, 0).data(ImageListModel::DecisionRole).toInt(),
                              static_cast<int>(PickerVerdict::Accepted), patienceMs);
    click(bar(*window, "outcomeBar"), "keepOldModel");
}

void TestWorkstationWindow::aModelLeftOverIsOfferedAtTheNextStart() {
    QVERIFY(QDir().mkpath(clinicFile("")));
    std::ofstream(clinicFile("candidate.safetensors").toStdString()) << "left";
    const auto window = makeWindow();
    QVERIFY(open(*window));
    auto& left = bar(*window, "leftBar");
    QTRY_VERIFY_WITH_TIMEOUT(left.sentence().contains(QStringLiteral("North")), patienceMs);
    click(left, "useLeftModel");
    QVERIFY(QFile::exists(clinicFile("model.safetensors")));
    QCOMPARE(window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(), QStringLiteral("North (adapted)"));
    QVERIFY(left.isHidden());
}

void TestWorkstationWindow::enhancingAndARunFillInWhatTheBrowserShows() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    const auto* model = list(*window).model();
    const auto quality = [&](int row) {
        return static_cast<ImageQuality>(model->index(row, 0).data(ImageListModel::QualityRole).toInt());
    };
    QTRY_VERIFY_WITH_TIMEOUT(quality(8) != ImageQuality::Unknown, patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(quality(0) == ImageQuality::Usable, patienceMs); // 20 of 255 is dark
    QTRY_VERIFY_WITH_TIMEOUT(model->index(0, 0).data(ImageListModel::GainRole).toDouble() > 0.8, patienceMs);
    action(*window, "adapt").trigger();
    click(*window->findChild<AdaptationPage*>(), "startAdaptation");
    QTRY_COMPARE_WITH_TIMEOUT(model->index(2, 0).data(ImageListModel::DecisionRole).toInt(),
                              static_cast<int>(PickerVerdict::Accepted), patienceMs);
    QVERIFY(model->index(2, 0).data(Qt::ToolTipRole).toString().contains(QStringLiteral("accepted by the picker")));
}

void TestWorkstationWindow::closingWithoutARunAsksNothing() {
    const auto window = makeWindow();
    QVERIFY(open(*window));
    QVERIFY(window->close());
    QVERIFY(!window->isVisible());
}

void TestWorkstationWindow::closingDuringARunAsksAndThenEndsIt() {
    const auto window = makeWindow(runUntilStopped);
    QVERIFY(startAdapting(*window));
    QVERIFY(!window->close());
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

void TestWorkstationWindow::theQuestionGoesWhenTheRunEndsFirst() {
    std::stop_source end;
    const auto window = makeWindow([&end](const AdaptationJob& job, Progress, const AdaptationListener&,
                                          const std::stop_token& stop) -> Result<FolderAdaptationOutcome> {
        const std::stop_callback alsoWhenAsked(stop, [&end] { end.request_stop(); });
        waitForStop(end.get_token());
        return writeFakeModel(job, "whole");
    });
    QVERIFY(startAdapting(*window));
    window->close();
    QVERIFY(window->findChild<QMessageBox*>() != nullptr);
    end.request_stop();
    QTRY_VERIFY_WITH_TIMEOUT(window->findChild<QMessageBox*>() == nullptr, patienceMs);
    QVERIFY(window->isVisible());
    QVERIFY(bar(*window, "outcomeBar").sentence().contains(QStringLiteral("A model for North is ready")));
}

void TestWorkstationWindow::destroyingTheWindowDuringARunEndsIt() {
    std::atomic<bool> ended = false;
    auto window = makeWindow([&ended](const AdaptationJob& job, Progress progress, const AdaptationListener& listener,
                                      const std::stop_token& stop) {
        auto outcome = runUntilStopped(job, std::move(progress), listener, stop);
        ended = true;
        return outcome;
    });
    QVERIFY(startAdapting(*window));
    window.reset();
    QVERIFY(ended);
}

void TestWorkstationWindow::destroyingTheWindowCancelsWhatIsBeingEnhanced() {
    m_record->blockFirst = true;
    auto window = makeWindow();
    window->show();
    window->openFolder(images());
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    window.reset();
    QCOMPARE(m_record->cancelled.load(), 1);
}

void TestWorkstationWindow::everyCommandOfTheToolbarIsReachedByTab() {
    const auto window = makeWindow();
    const auto* toolbar = window->findChild<QToolBar*>();
    for (const auto* name : {"openFolder", "grid", "enhance", "adapt", "stop", "exportImages"}) {
        const auto* button = toolbar->widgetForAction(&action(*window, name));
        QVERIFY2(button != nullptr && (button->focusPolicy() & Qt::TabFocus) != 0, name);
        QVERIFY2(!button->toolTip().isEmpty(), name);
    }
}

QTEST_MAIN(TestWorkstationWindow)
#include "tst_workstation_window.moc"
