// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hanging_drive.h"
#include "app/workstation_fakes.h"
#include "enhance_controller.h"
#include "imaging/image_reader.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace limpid;

class TestWorkstationEnhanceController : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void theOriginalComesBeforeTheEnhancedImage();
    void withoutAModelOnlyTheOriginalComes();
    void everyModelOfARequestGivesAResultInTurn();
    void deepImagesKeepTheirDepth();
    void theLatestRequestWins();
    void anUnreadableImageIsASentence();
    void aFailureToEnhanceIsASentenceAfterTheOriginal();
    void theDeviceIsToldInWords();
    void theDestructorCancelsWhatIsUnderWay();
    void aReadThatHangsKeepsNeitherTheNextImageNorTheEndWaiting();
    void itSaysWhenItIsBusy();

private:
    std::filesystem::path image(int number) const;
    std::unique_ptr<EnhancementEngine> engine() { return std::make_unique<FakeEnhancement>(m_record); }

    QTemporaryDir m_folder;
    std::shared_ptr<EnhancementRecord> m_record;
};

namespace {

constexpr int patienceMs = 30000;
const std::filesystem::path model = "fundus.safetensors";

} // namespace

void TestWorkstationEnhanceController::initTestCase() {
    writeImages(m_folder.path(), 3);
}

void TestWorkstationEnhanceController::init() {
    m_record = std::make_shared<EnhancementRecord>();
}

std::filesystem::path TestWorkstationEnhanceController::image(int number) const {
    return m_folder.filePath(QStringLiteral("image %1.png").arg(number)).toStdString();
}

void TestWorkstationEnhanceController::theOriginalComesBeforeTheEnhancedImage() {
    EnhanceController controller(engine());
    QStringList order;
    connect(&controller, &EnhanceController::originalRead, this, [&](const ImagePyramid& original) {
        order << QStringLiteral("original");
        QCOMPARE(original.image().pixelColor(5, 5), QColor(40, 40, 40));
    });
    connect(&controller, &EnhanceController::enhanced, this, [&](int, const EnhancedPicture& picture) {
        order << QStringLiteral("enhanced");
        QCOMPARE(picture.shown.image().pixelColor(5, 5), QColor(215, 215, 215));
        QCOMPARE(qGray(picture.structure.pixel(3, 3)), 70);
        QCOMPARE(picture.note, QStringLiteral("seen by a fake"));
    });
    controller.request(image(2), {model});
    QTRY_COMPARE_WITH_TIMEOUT(order, (QStringList{QStringLiteral("original"), QStringLiteral("enhanced")}), patienceMs);
}

void TestWorkstationEnhanceController::withoutAModelOnlyTheOriginalComes() {
    EnhanceController controller(engine());
    const QSignalSpy originals(&controller, &EnhanceController::originalRead);
    const QSignalSpy enhanced(&controller, &EnhanceController::enhanced);
    controller.request(image(1), {});
    QTRY_COMPARE_WITH_TIMEOUT(originals.count(), 1, patienceMs);
    controller.request(image(1), {model});
    QTRY_COMPARE_WITH_TIMEOUT(enhanced.count(), 1, patienceMs);
    QCOMPARE(m_record->calls.load(), 1);
}

void TestWorkstationEnhanceController::everyModelOfARequestGivesAResultInTurn() {
    EnhanceController controller(engine());
    std::vector<int> which;
    connect(&controller, &EnhanceController::enhanced, this, [&](int number) { which.push_back(number); });
    const QSignalSpy originals(&controller, &EnhanceController::originalRead);
    controller.request(image(1), {model, model});
    QTRY_COMPARE_WITH_TIMEOUT(which.size(), std::size_t{2}, patienceMs);
    QVERIFY((which == std::vector{0, 1}));
    QCOMPARE(originals.count(), 1);
}

void TestWorkstationEnhanceController::deepImagesKeepTheirDepth() {
    QImage deep(64, 48, QImage::Format_Grayscale16);
    for (int y = 0; y < deep.height(); ++y)
        std::fill_n(reinterpret_cast<quint16*>(deep.scanLine(y)), deep.width(), quint16(4321));
    const auto path = m_folder.filePath(QStringLiteral("deep.png"));
    QVERIFY(deep.save(path));
    EnhanceController controller(engine());
    QImage original;
    QImage result;
    connect(&controller, &EnhanceController::originalRead, this,
            [&](const ImagePyramid& image) { original = image.image(); });
    connect(&controller, &EnhanceController::enhanced, this,
            [&](int, const EnhancedPicture& picture) { result = picture.shown.image(); });
    controller.request(path.toStdString(), {model});
    QTRY_VERIFY_WITH_TIMEOUT(!result.isNull(), patienceMs);
    QCOMPARE(original.format(), QImage::Format_Grayscale16);
    QCOMPARE(original.pixelColor(5, 5).rgba64().red(), quint16(4321));
    QCOMPARE(result.format(), QImage::Format_Grayscale16);
}

void TestWorkstationEnhanceController::theLatestRequestWins() {
    m_record->blockFirst = true;
    EnhanceController controller(engine());
    std::vector<int> values;
    connect(&controller, &EnhanceController::enhanced, this, [&](int, const EnhancedPicture& picture) {
        values.push_back(picture.shown.image().pixelColor(5, 5).red());
    });
    const QSignalSpy failures(&controller, &EnhanceController::enhanceFailed);
    controller.request(image(1), {model});
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    controller.request(image(2), {model});
    controller.request(image(3), {model});
    QTRY_VERIFY_WITH_TIMEOUT(!values.empty(), patienceMs);
    QVERIFY((values == std::vector{195})); // 255 - 60, and neither of the others
    QCOMPARE(m_record->cancelled.load(), 1);
    QCOMPARE(failures.count(), 0);
}

void TestWorkstationEnhanceController::anUnreadableImageIsASentence() {
    const auto path = m_folder.filePath(QStringLiteral("empty.jpg"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    EnhanceController controller(engine());
    const QSignalSpy failed(&controller, &EnhanceController::readFailed);
    controller.request(path.toStdString(), {model});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("is empty (0 bytes)")));
}

void TestWorkstationEnhanceController::aFailureToEnhanceIsASentenceAfterTheOriginal() {
    m_record->error = Error{ErrorCode::ModelCorrupt, {"m.safetensors", "header too long"}, {}};
    EnhanceController controller(engine());
    const QSignalSpy originals(&controller, &EnhanceController::originalRead);
    const QSignalSpy failed(&controller, &EnhanceController::enhanceFailed);
    controller.request(image(1), {model});
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, patienceMs);
    QCOMPARE(originals.count(), 1);
    QVERIFY(failed.first().first().toString().contains(QStringLiteral("m.safetensors is damaged")));
}

void TestWorkstationEnhanceController::theDeviceIsToldInWords() {
    EnhanceController controller(engine());
    QSignalSpy device(&controller, &EnhanceController::deviceKnown);
    QTRY_COMPARE_WITH_TIMEOUT(device.count(), 1, patienceMs);
    QCOMPARE(device.first().first().toString(), QStringLiteral("Abacus, 2 threads"));
}

void TestWorkstationEnhanceController::theDestructorCancelsWhatIsUnderWay() {
    m_record->blockFirst = true;
    {
        EnhanceController controller(engine());
        controller.request(image(1), {model});
        QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 1, patienceMs);
    }
    QCOMPARE(m_record->cancelled.load(), 1);
}

void TestWorkstationEnhanceController::aReadThatHangsKeepsNeitherTheNextImageNorTheEndWaiting() {
    auto drive = std::make_shared<HangingDrive>();
    const auto read = [drive](const std::filesystem::path& path) -> Result<Image> {
        if (path.filename() == "dead.png")
            drive->hang();
        return readImage(path);
    };
    auto controller = std::make_unique<EnhanceController>(engine(), read);
    const QSignalSpy failed(controller.get(), &EnhanceController::readFailed);
    const QSignalSpy enhanced(controller.get(), &EnhanceController::enhanced);
    controller->request("/drive/dead.png", {model});
    QTRY_COMPARE_WITH_TIMEOUT(drive->hanging(), 1, patienceMs);
    controller->request(image(1), {model});
    QTRY_COMPARE_WITH_TIMEOUT(enhanced.count(), 1, patienceMs);
    controller->request("/drive/dead.png", {model});
    QTRY_COMPARE_WITH_TIMEOUT(drive->hanging(), 2, patienceMs);
    QElapsedTimer clock;
    clock.start();
    controller.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(ReadingThreads::leftBehind() > 0);
    drive->answer();
    QTRY_COMPARE_WITH_TIMEOUT(ReadingThreads::leftBehind(), 0, patienceMs);
    QCOMPARE(failed.count(), 0);
}

void TestWorkstationEnhanceController::itSaysWhenItIsBusy() {
    EnhanceController controller(engine());
    QVERIFY(!controller.isBusy());
    controller.request(image(1), {model});
    QVERIFY(controller.isBusy());
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isBusy(), patienceMs);
    QCOMPARE(m_record->calls.load(), 1);
    controller.request("/nowhere.png", {model});
    QTRY_VERIFY_WITH_TIMEOUT(!controller.isBusy(), patienceMs);
    controller.request(image(1), {model});
    controller.cancel();
    QVERIFY(!controller.isBusy());
}

QTEST_GUILESS_MAIN(TestWorkstationEnhanceController)
#include "tst_workstation_enhance_controller.moc"
