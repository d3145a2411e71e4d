// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A day at the workstation with the engines, the models and, where they are there, photographs as people have them: a
// folder is opened, stepped through and compared; a model is adapted to it, paused, stopped and accepted; the images
// are exported. Each step stands on the one before, and at the end the files on the disk are looked at. Takes half a
// minute: the photographs are few and small, but the working size is the usual one, because the judges accept nothing
// below it.

#include "adaptation_page.h"
#include "browser/image_browser.h"
#include "common/export_dialog.h"
#include "common/message_bar.h"
#include "compare/compare_bar.h"
#include "compare/compare_view.h"
#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "inference/enhancer.h"
#include "inference/model_library.h"
#include "main_window.h"
#include "network_adaptation_engine.h"
#include "network_enhancement_engine.h"
#include "nn/threads.h"
#include "paths.h"
#include "preferences.h"
#include "storage/checkpoint.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_store.h"
#include "storage/model_card.h"
#include "support/generated_clinic.h"
#include "support/seccomp_filter.h"
#include "support/window_parts.h"
#include "support/workstation_stage.h"
#include "task/allocator.h"

#include <QAction>
#include <QComboBox>
#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>
#include <QToolButton>

using namespace limpid;
namespace fs = std::filesystem;

class TestWorkstationEndToEnd : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void theFolderOpensWithEveryImage();
    void steppingEnhancesEveryImage();
    void everyModeOfComparisonIsShown();
    void anAdaptationStartsFromItsPage();
    void whileItPausesNothingIsLearntAndImagesAreEnhanced();
    void itGoesOnAndStopsWithABetterModel();
    void theNewModelIsAcceptedAndUsed();
    void everyImageIsExported();
    void theWindowClosesAndTheFilesAreRight();
    void exportedImagesHaveTheirSizeDepthAndRecord();
    void theModelNamesItsParent();

private:
    fs::path root() const { return toPath(m_folder.path()); }
    fs::path images() const { return root() / "photographs" / "North clinic"; }
    fs::path exported() const { return root() / "exported"; }
    fs::path clinic() const { return root() / "clinics" / "North clinic"; }
    /// The model that the clinic uses; empty without one.
    fs::path usedModel() const {
        auto store = ClinicStore::open(root() / "clinics");
        return store ? store->modelInUse("North clinic").value_or(fs::path()) : fs::path();
    }
    bool waitForStep(const QString& after) const;
    bool stepAndEnhance(Qt::Key key) const;

    QTemporaryDir m_folder;
    fs::path m_shippedModel;
    std::vector<fs::path> m_originals;
    QList<QByteArray> m_sums; ///< Of the originals.
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
    bool m_failed = false;
};

namespace {

constexpr int imageCount = 12;
constexpr int side = 320;
constexpr int workingSize = 256;
constexpr int enhancingMs = 60000; ///< Patience where networks compute, on a busy machine too.
constexpr int adaptingMs = 300000;

QByteArray sumOf(const fs::path& path) {
    QFile file(toQString(path));
    QCryptographicHash sum(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && sum.addData(&file) ? sum.result().toHex() : QByteArray();
}

QStringList filesBelow(const fs::path& folder) {
    QStringList found;
    QDirIterator files(toQString(folder), QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext())
        found << QDir(toQString(folder)).relativeFilePath(files.next());
    found.sort();
    return found;
}

/// One photograph of 16 bits, one JPEG, and one whose name needs more than ASCII.
void makeThemDiffer(std::vector<fs::path>& paths) {
    auto deep = readImage(paths[0]);
    QVERIFY(deep.has_value());
    deep->pixels.convertTo(deep->pixels, CV_16U, 257.0);
    const auto deepPath = fs::path(paths[0]).replace_extension(".tif");
    QVERIFY(writeImage(*deep, deepPath).has_value());
    fs::remove(paths[0]);
    paths[0] = deepPath;

    const auto lossy = readImage(paths[1]);
    QVERIFY(lossy.has_value());
    const auto lossyPath = fs::path(paths[1]).replace_extension(".jpg");
    QVERIFY(writeImage(*lossy, lossyPath).has_value());
    fs::remove(paths[1]);
    paths[1] = lossyPath;

    const auto named = paths[2].parent_path() / toPath(QStringLiteral("eye 03 \u773c\u5e95.png"));
    fs::rename(paths[2], named);
    paths[2] = named;
}

} // namespace

void TestWorkstationEndToEnd::initTestCase() {
    // From here on a socket of the internet would end the program; see tst_no_internet.
    if (!SeccompFilter::isAvailable() || !SeccompFilter::noInternet().install())
        qInfo("no seccomp filter can be had here, so a socket of the internet would not be noticed");
    keepLargeBlocks();
    setNetworkThreads(0);
    WorkstationStage::prepareProgram();
    fs::create_directories(images());
    const fs::path real = LIMPID_SOURCE_DIR "/../shared/data/fundus/CHASE_DB1/images";
    m_originals = reduceClinic(real, images(), imageCount, side);
    qInfo("%s", m_originals.empty() ? "on generated photographs" : "on real photographs");
    if (m_originals.empty())
        m_originals = generateClinic(images(), imageCount, side);
    makeThemDiffer(m_originals);
    for (const auto& original : m_originals)
        m_sums << sumOf(original);

    m_preferences = std::make_unique<Preferences>(
        *qApp, std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat));
    auto settings = m_preferences->settings();
    settings.language = QStringLiteral("en");
    QVERIFY(m_preferences->change(settings));

    const auto device = std::make_shared<SharedDevice>("cpu");
    const ModelLibrary library(ModelLibrary::shippedFolder());
    const auto shipped = library.find("fundus");
    QVERIFY(shipped.has_value());
    m_shippedModel = *shipped;
    m_window = std::make_unique<MainWindow>(
        WorkstationParts{std::make_unique<NetworkEnhancementEngine>(device, workingSize),
                         std::make_unique<NetworkEnhancementEngine>(device, workingSize),
                         std::make_unique<NetworkAdaptationEngine>(device, library, workingSize, settings.batchSize),
                         ModelCatalog(shipped, root() / "clinics"),
                         {root() / "thumbnails", root() / "notes"},
                         QString()},
        *m_preferences);
}

void TestWorkstationEndToEnd::init() {
    if (m_failed)
        QSKIP("stands on a step that failed");
}

void TestWorkstationEndToEnd::cleanup() {
    m_failed = m_failed || QTest::currentTestFailed();
}

/// True once another step of the run has been shown.
bool TestWorkstationEndToEnd::waitForStep(const QString& after) const {
    return QTest::qWaitFor(
        [&] {
            const auto step = labelText(*m_window, "runStep");
            return step.contains(QStringLiteral(" of ")) && step != after;
        },
        adaptingMs);
}

/// Goes to another image by a key of the filmstrip; true once it is enhanced.
bool TestWorkstationEndToEnd::stepAndEnhance(Qt::Key key) const {
    QTest::keyClick(&filmstrip(*m_window), key);
    return QTest::qWaitFor([&] { return labelText(*m_window, "note").contains(QStringLiteral("enhanced in")); },
                           enhancingMs);
}

void TestWorkstationEndToEnd::theFolderOpensWithEveryImage() {
    m_window->show();
    m_window->openFolder(toQString(images()));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(QStringLiteral("12 images")), patienceMs);
    QVERIFY(!m_window->windowTitle().contains(QStringLiteral("unreadable")));
    QTRY_VERIFY_WITH_TIMEOUT(compareView(*m_window).hasEnhanced(), enhancingMs);
    QTRY_VERIFY_WITH_TIMEOUT(labelText(*m_window, "device").startsWith(QStringLiteral("CPU")), patienceMs);
    const auto* list = filmstrip(*m_window).model();
    QTRY_VERIFY_WITH_TIMEOUT(list->index(0, 0).data(Qt::DecorationRole).isValid(), patienceMs);
}

void TestWorkstationEndToEnd::steppingEnhancesEveryImage() {
    auto& list = filmstrip(*m_window);
    QCOMPARE(list.currentRow(), 0);
    for (int row = 1; row < imageCount; ++row) {
        QVERIFY(stepAndEnhance(Qt::Key_Right));
        QCOMPARE(list.currentRow(), row);
        QVERIFY(compareView(*m_window).hasEnhanced());
        QVERIFY(compareView(*m_window).hasStructure());
    }
    QVERIFY(stepAndEnhance(Qt::Key_Home));
    QCOMPARE(list.currentRow(), 0);
}

void TestWorkstationEndToEnd::everyModeOfComparisonIsShown() {
    auto& view = compareView(*m_window);
    const auto* bar = m_window->findChild<CompareBar*>();
    const auto buttons = bar->findChildren<QToolButton*>(QStringLiteral("mode"));
    QCOMPARE(static_cast<std::size_t>(buttons.size()), compareModes.size());
    QList<QImage> shown;
    for (std::size_t i = 0; i < compareModes.size(); ++i) {
        QTest::mouseClick(buttons[static_cast<qsizetype>(i)], Qt::LeftButton);
        QCOMPARE(view.mode(), compareModes[i]);
        const auto picture = view.grab().toImage();
        // Flip and Blink both begin with the whole enhanced image.
        QVERIFY2(compareModes[i] == CompareMode::Blink || !shown.contains(picture), qPrintable(QString::number(i)));
        shown << picture;
    }
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    QCOMPARE(view.grab().toImage(), shown[0]); // the same image in the same place
}

void TestWorkstationEndToEnd::anAdaptationStartsFromItsPage() {
    windowAction(*m_window, "adapt").trigger();
    const auto* page = m_window->findChild<AdaptationPage*>();
    QVERIFY(page != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(press(*page, "startAdaptation"), adaptingMs);
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*m_window, "runState"), QStringLiteral("Running"), adaptingMs);
    // After the first time through the folder there is something to keep, and to go on from after a crash.
    QTRY_VERIFY_WITH_TIMEOUT(fs::exists(clinic() / ClinicFolders::stateFile), adaptingMs);
}

void TestWorkstationEndToEnd::whileItPausesNothingIsLearntAndImagesAreEnhanced() {
    QVERIFY(stepAndEnhance(Qt::Key_Home));
    QVERIFY(press(*m_window, "runPause"));
    QTRY_COMPARE_WITH_TIMEOUT(labelText(*m_window, "runState"), QStringLiteral("Paused"), adaptingMs);
    QString step;
    for (int image = 1; image < imageCount; ++image) {
        QVERIFY(stepAndEnhance(Qt::Key_Right));
        // The figures follow the run by a tenth of a second; half of the images take longer.
        if (image == imageCount / 2)
            step = labelText(*m_window, "runStep");
    }
    QCOMPARE(labelText(*m_window, "runStep"), step);
    QCOMPARE(labelText(*m_window, "runState"), QStringLiteral("Paused"));
}

void TestWorkstationEndToEnd::itGoesOnAndStopsWithABetterModel() {
    const auto step = labelText(*m_window, "runStep");
    QVERIFY(press(*m_window, "runPause")); // now it resumes
    QCOMPARE(labelText(*m_window, "runState"), QStringLiteral("Running"));
    QVERIFY(waitForStep(step));
    QVERIFY(press(*m_window, "runStop"));
    QCOMPARE(labelText(*m_window, "runState"), QStringLiteral("Stopping\u2026"));
    const auto& outcome = messageBar(*m_window, "outcomeBar");
    QTRY_VERIFY_WITH_TIMEOUT(!outcome.sentence().isEmpty(), adaptingMs);
    QVERIFY2(outcome.sentence().startsWith(QStringLiteral("Stopped as asked. A model for North clinic is ready")),
             qPrintable(outcome.sentence()));
    QCOMPARE(labelText(*m_window, "runState"), QStringLiteral("Done"));
}

void TestWorkstationEndToEnd::theNewModelIsAcceptedAndUsed() {
    const auto adapted = QStringLiteral("North clinic (adapted)");
    QVERIFY(press(messageBar(*m_window, "outcomeBar"), "useNewModel"));
    QTRY_COMPARE(m_window->findChild<QComboBox*>(QStringLiteral("models"))->currentText(), adapted);
    const auto& results = compareView(*m_window).results();
    QTRY_VERIFY_WITH_TIMEOUT(results.holds(0) && results.at(0).name == adapted, enhancingMs);
}

void TestWorkstationEndToEnd::everyImageIsExported() {
    windowAction(*m_window, "exportImages").trigger();
    auto* dialog = m_window->findChild<ExportDialog*>();
    QVERIFY(dialog != nullptr);
    for (auto* choice : dialog->findChildren<QRadioButton*>()) {
        if (choice->text().contains(QStringLiteral("12")))
            choice->click();
    }
    QVERIFY(dialog->exportsAll());
    dialog->setFolder(toQString(exported()));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(labelText(*m_window, "note").startsWith(QStringLiteral("12 images written to")),
                             enhancingMs);
}

void TestWorkstationEndToEnd::theWindowClosesAndTheFilesAreRight() {
    QVERIFY(m_window->close());
    m_window.reset();

    QStringList originals;
    QStringList expected;
    for (const auto& original : m_originals) {
        originals << toQString(original.filename());
        const auto stem = toQString(original.stem());
        expected << stem + QStringLiteral(".png") << stem + QStringLiteral(".png.json");
    }
    originals.sort();
    expected.sort();
    QCOMPARE(filesBelow(images()), originals);
    for (std::size_t i = 0; i < m_originals.size(); ++i)
        QCOMPARE(sumOf(m_originals[i]), m_sums[static_cast<qsizetype>(i)]);
    QCOMPARE(filesBelow(exported()), expected);
    // Neither a candidate, nor what an unfinished run goes on from, nor half a file.
    QCOMPARE(filesBelow(clinic()),
             (QStringList{QLatin1String(ClinicFolders::lockFile), toQString(usedModel().filename())}));
    for (const auto& file : filesBelow(root()))
        QVERIFY2(!file.contains(QStringLiteral(".part")) && !file.contains(QStringLiteral(".limpid-")),
                 qPrintable(file));
}

void TestWorkstationEndToEnd::exportedImagesHaveTheirSizeDepthAndRecord() {
    const auto model = QString::fromLatin1(sumOf(usedModel()));
    for (std::size_t i = 0; i < m_originals.size(); ++i) {
        const auto original = readImage(m_originals[i]);
        const auto path = exported() / (m_originals[i].stem().string() + ".png");
        const auto enhanced = readImage(path);
        QVERIFY(original.has_value() && enhanced.has_value());
        QCOMPARE(enhanced->width(), original->width());
        QCOMPARE(enhanced->height(), original->height());
        QCOMPARE(enhanced->bitDepth(), i == 0 ? 16 : 8);
        QVERIFY(cv::norm(enhanced->pixels, original->pixels, cv::NORM_INF) > 0);

        QFile file(toQString(path) + QStringLiteral(".json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto record = QJsonDocument::fromJson(file.readAll()).object();
        const auto input = record[QStringLiteral("input")].toObject();
        const auto output = record[QStringLiteral("output")].toObject();
        QCOMPARE(input[QStringLiteral("file")].toString(), toQString(m_originals[i].filename()));
        QCOMPARE(input[QStringLiteral("sha256")].toString().toLatin1(), m_sums[static_cast<qsizetype>(i)]);
        QCOMPARE(record[QStringLiteral("model")].toObject()[QStringLiteral("sha256")].toString(), model);
        QCOMPARE(output[QStringLiteral("width")].toInt(), original->width());
        QCOMPARE(output[QStringLiteral("height")].toInt(), original->height());
        QCOMPARE(output[QStringLiteral("bits_per_channel")].toInt(), enhanced->bitDepth());
        QVERIFY(record[QStringLiteral("device")].toString().startsWith(QStringLiteral("CPU")));
    }
}

void TestWorkstationEndToEnd::theModelNamesItsParent() {
    const auto path = usedModel();
    const auto parent = sumOf(m_shippedModel).toStdString();
    QVERIFY(sumOf(path).toStdString() != parent);
    const auto info = loadCheckpointInfo(path);
    QVERIFY(info.has_value());
    QCOMPARE(info->parentSha256, parent);
    const auto card = ModelCard::fromJson(info->cardJson, path);
    QVERIFY(card.has_value());
    QCOMPARE(card->name, std::string("Adapted to the clinic North clinic"));
    QVERIFY(!card->lineage.empty() && card->lineage.back().find(parent) != std::string::npos);

    const auto device = chooseDevice("cpu");
    QVERIFY(device.has_value());
    QVERIFY(Enhancer::load(path, *device).has_value());
}

QTEST_MAIN(TestWorkstationEndToEnd)
#include "tst_workstation_end_to_end.moc"
