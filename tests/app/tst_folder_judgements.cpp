// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/fake_quality.h"
#include "app/hanging_drive.h"
#include "app/made_folder.h"
#include "folder_judgements.h"
#include "imaging/image_reader.h"
#include "opened_folder.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <cmath>
#include <fstream>
#include <memory>

using namespace limpid;

using State = DegradationFinding::State;

class TestFolderJudgements : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyOriginalIsJudgedInTheBackground();
    void whatIsOnScreenIsJudgedFirst();
    void nothingIsJudgedWhileSomethingElseIsToBeDone();
    void judgedImagesAreNotJudgedAgainTheNextTime();
    void aFileThatChangedIsJudgedAgain();
    void anotherJudgeJudgesAnew();
    void anUnreadableImageIsTriedOnce();
    void enhancingGivesTheGainOfTheChosenModel();
    void decisionsOfTheRunsFolderAreShownAndKept();
    void whoseResultIsShownIsKnownForTheModelInUse();
    void anotherFolderTakesThePlaceOfTheFirst();
    void withoutAJudgeNothingIsJudged();
    void theCurrentImageIsJudgedBeforeAllOthers();
    void whyTheCurrentImageIsPoorIsToldAndKept();
    void anOpinionKeptWithoutItIsJudgedAnew();
    void whatCannotBeReadIsSaid();
    void aMissingEstimatorIsSaidAndTheQualityIsKept();
    void withoutAJudgeNothingCanBeSaid();
    void whileOtherWorkGoesOnForLongTheImageWaits();
    void ofEnhancedImagesNoDamageIsRead();
    void aReadThatHangsKeepsNeitherTheNextFolderNorTheEndWaiting();

private:
    FolderPlaces places() const {
        return {m_made->path(QStringLiteral("own/thumbnails")), m_made->path(QStringLiteral("own/notes")),
                m_made->path(QStringLiteral("own/records"))};
    }
    std::shared_ptr<QualityEngine> engine() const { return std::make_shared<FakeQuality>(m_record); }
    bool open(OpenedFolder& folder, const char* name = "eyes") const;
    int row(OpenedFolder& folder, const char* name) const;
    /// The names of 23 photographs as they were judged, two of which are on screen and one, if named, the current one;
    /// none where that took too long.
    std::vector<std::string> orderOfJudging(const std::string& current = {}) const;

    std::unique_ptr<MadeFolder> m_made;
    std::shared_ptr<QualityRecord> m_record;
};

namespace {

constexpr int patienceMs = 20'000;

ImageQuality quality(OpenedFolder& folder, int row) {
    return folder.model().row(row).quality.label();
}

int judged(OpenedFolder& folder) {
    int count = 0;
    for (int row = 0; row < folder.model().rowCount(); ++row)
        count += quality(folder, row) != ImageQuality::Unknown;
    return count;
}

Image plain(int level) {
    return {cv::Mat(20, 20, CV_8UC3, cv::Scalar::all(level)), {}};
}

PseudoLabelRecord label(const char* name, bool accepted, PickOverride byHand = PickOverride::None) {
    PseudoLabelRecord record;
    record.name = QString::fromUtf8(name);
    record.accepted = accepted;
    record.byHand = byHand;
    return record;
}

} // namespace

void TestFolderJudgements::init() {
    m_made = std::make_unique<MadeFolder>();
    m_record = std::make_shared<QualityRecord>();
    for (const auto* folder : {"eyes", "other"})
        QDir().mkpath(m_made->at(QLatin1String(folder)));
    m_made->picture(QStringLiteral("eyes/1.png"), QColor(240, 240, 240));
    m_made->picture(QStringLiteral("eyes/2.png"), QColor(10, 10, 10));
    m_made->picture(QStringLiteral("eyes/眼 3.png"), QColor(200, 200, 200));
    m_made->picture(QStringLiteral("other/1.png"), QColor(20, 20, 20));
}

bool TestFolderJudgements::open(OpenedFolder& folder, const char* name) const {
    const QSignalSpy listed(&folder, &OpenedFolder::listed);
    folder.open(m_made->path(QLatin1String(name)));
    return QTest::qWaitFor([&] { return listed.count() == 1; }, patienceMs);
}

int TestFolderJudgements::row(OpenedFolder& folder, const char* name) const {
    for (int number = 0; number < folder.model().rowCount(); ++number)
        if (folder.model().row(number).file.name == QString::fromUtf8(name))
            return number;
    return -1;
}

void TestFolderJudgements::everyOriginalIsJudgedInTheBackground() {
    OpenedFolder folder(places());
    const QAbstractItemModelTester tester(&folder.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    QCOMPARE(quality(folder, row(folder, "1.png")), ImageQuality::Good);
    QCOMPARE(quality(folder, row(folder, "2.png")), ImageQuality::Usable);
    QCOMPARE(quality(folder, row(folder, "眼 3.png")), ImageQuality::Good);
    QCOMPARE(folder.model().row(0).modality, QStringLiteral("Fundus photograph"));
    QVERIFY(std::isnan(folder.model().row(0).gain()));
    QCOMPARE(m_record->calls.load(), 3);
}

std::vector<std::string> TestFolderJudgements::orderOfJudging(const std::string& current) const {
    for (int i = 10; i < 30; ++i)
        m_made->picture(QStringLiteral("eyes/%1.png").arg(i));
    OpenedFolder folder(places());
    std::vector<std::string> order;
    std::mutex mutex;
    FolderJudgements judgements(engine(), folder, [&](const std::filesystem::path& path) {
        const std::scoped_lock lock(mutex);
        order.push_back(path.filename().string());
        return readImage(path);
    });
    if (!open(folder))
        return {};
    judgements.setUrgent({row(folder, "25.png"), row(folder, "17.png")});
    if (!current.empty())
        judgements.setCurrent(row(folder, current.c_str()));
    if (!QTest::qWaitFor([&] { return judged(folder) == 23; }, patienceMs))
        return {};
    const std::scoped_lock lock(mutex);
    return order;
}

void TestFolderJudgements::whatIsOnScreenIsJudgedFirst() {
    const auto order = orderOfJudging();
    QVERIFY(order.size() > 1);
    QCOMPARE(order[0], std::string("25.png"));
    QCOMPARE(order[1], std::string("17.png"));
}

void TestFolderJudgements::nothingIsJudgedWhileSomethingElseIsToBeDone() {
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    int asked = 0;
    bool may = false;
    judgements.setMayWork([&] {
        ++asked;
        return may;
    });
    QVERIFY(open(folder));
    QTRY_VERIFY_WITH_TIMEOUT(asked > 2, patienceMs);
    QCOMPARE(m_record->calls.load(), 0);
    may = true;
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
}

void TestFolderJudgements::judgedImagesAreNotJudgedAgainTheNextTime() {
    {
        OpenedFolder folder(places());
        FolderJudgements judgements(engine(), folder);
        QVERIFY(open(folder));
        QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    }
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    QCOMPARE(m_record->calls.load(), 3);
    QCOMPARE(quality(folder, row(folder, "2.png")), ImageQuality::Usable);
    QCOMPARE(folder.model().row(0).modality, QStringLiteral("Fundus photograph"));
}

void TestFolderJudgements::aFileThatChangedIsJudgedAgain() {
    judgedImagesAreNotJudgedAgainTheNextTime();
    m_made->picture(QStringLiteral("eyes/2.png"), QColor(250, 250, 250), {50, 30});
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(quality(folder, row(folder, "2.png")), ImageQuality::Good, patienceMs);
    QCOMPARE(m_record->calls.load(), 4);
}

void TestFolderJudgements::anotherJudgeJudgesAnew() {
    judgedImagesAreNotJudgedAgainTheNextTime();
    m_record->name = "a newer judge";
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 6, patienceMs);
}

void TestFolderJudgements::anUnreadableImageIsTriedOnce() {
    m_made->write(QStringLiteral("eyes/0.png"), "no picture");
    OpenedFolder folder(places());
    std::atomic<int> tried = 0;
    FolderJudgements judgements(engine(), folder, [&tried](const std::filesystem::path& path) {
        tried += path.filename() == "0.png";
        return readImage(path);
    });
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    judgements.setUrgent({0, 1, 2, 3});
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    QCOMPARE(tried.load(), 1);
}

void TestFolderJudgements::enhancingGivesTheGainOfTheChosenModel() {
    std::ofstream(m_made->path(QStringLiteral("a.safetensors"))) << "weights";
    std::ofstream(m_made->path(QStringLiteral("b.safetensors"))) << "other weights";
    OpenedFolder folder(places());
    auto judgements = std::make_unique<FolderJudgements>(engine(), folder);
    QVERIFY(open(folder));
    judgements->setModel(m_made->path(QStringLiteral("a.safetensors")));
    const int dark = row(folder, "2.png");
    judgements->noteEnhanced(dark, m_made->path(QStringLiteral("a.safetensors")), plain(51), plain(204));
    const auto gain = [&folder](int number) {
        return folder.model().row(number).gain();
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(gain(dark) - 0.6) < 1e-6, patienceMs);
    judgements->setModel(m_made->path(QStringLiteral("b.safetensors")));
    QTRY_VERIFY_WITH_TIMEOUT(std::isnan(gain(dark)), patienceMs);
    judgements->noteEnhanced(dark, m_made->path(QStringLiteral("b.safetensors")), plain(51), plain(0));
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(gain(dark) + 0.2) < 1e-6, patienceMs);
    judgements->setModel(m_made->path(QStringLiteral("a.safetensors")));
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(gain(dark) - 0.6) < 1e-6, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    const int calls = m_record->calls;
    judgements->noteEnhanced(dark, m_made->path(QStringLiteral("a.safetensors")), plain(51), plain(204));
    // Known already, so nothing is judged again; nor after the folder has been opened anew.
    judgements = std::make_unique<FolderJudgements>(engine(), folder);
    judgements->setModel(m_made->path(QStringLiteral("a.safetensors")));
    QVERIFY(open(folder));
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(gain(dark) - 0.6) < 1e-6, patienceMs);
    QCOMPARE(m_record->calls.load(), calls);
}

void TestFolderJudgements::decisionsOfTheRunsFolderAreShownAndKept() {
    OpenedFolder folder(places());
    auto judgements = std::make_unique<FolderJudgements>(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    judgements->noteDecisions({label("1.png", true)}); // no run: whose they are is not known
    judgements->beginRun(folder.path());
    judgements->noteDecisions({label("1.png", true), label("2.png", false), label("gone.png", true),
                               label("眼 3.png", true, PickOverride::Reject)});
    const auto& model = folder.model();
    QTRY_COMPARE_WITH_TIMEOUT(model.row(row(folder, "1.png")).decision, PickerVerdict::Accepted, patienceMs);
    QCOMPARE(model.row(row(folder, "2.png")).decision, PickerVerdict::Rejected);
    QCOMPARE(model.row(row(folder, "眼 3.png")).decision, PickerVerdict::Rejected);
    QVERIFY(model.row(row(folder, "眼 3.png")).byHand && !model.row(row(folder, "2.png")).byHand);
    QVERIFY(open(folder, "other"));
    judgements->noteDecisions({label("1.png", false)}); // of the run's folder, not of this one
    QCOMPARE(model.row(0).decision, PickerVerdict::Unknown);
    judgements = std::make_unique<FolderJudgements>(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(model.row(row(folder, "1.png")).decision, PickerVerdict::Accepted, patienceMs);
    QVERIFY(model.row(row(folder, "眼 3.png")).byHand);
}

void TestFolderJudgements::whoseResultIsShownIsKnownForTheModelInUse() {
    std::ofstream(m_made->path(QStringLiteral("a.safetensors"))) << "weights";
    std::ofstream(m_made->path(QStringLiteral("b.safetensors"))) << "other weights";
    OpenedFolder folder(places());
    auto judgements = std::make_unique<FolderJudgements>(engine(), folder);
    QVERIFY(open(folder));
    judgements->setModel(m_made->path(QStringLiteral("b.safetensors")));
    GuardedRun run;
    run.folder = QString::fromStdString(folder.path().string());
    run.photographs = {{QStringLiteral("1.png"), {GuardChoice::Source}},
                       {QStringLiteral("gone.png"), {GuardChoice::Source}},
                       {QStringLiteral("眼 3.png"), {GuardChoice::Adapted}}};
    judgements->noteGuarded(run, m_made->path(QStringLiteral("a.safetensors")));
    const auto shown = [&](const char* name) {
        return folder.model().row(row(folder, name)).shown;
    };
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    QVERIFY(!shown("1.png")); // it speaks of another model
    judgements->setModel(m_made->path(QStringLiteral("a.safetensors")));
    QTRY_VERIFY_WITH_TIMEOUT(shown("1.png") == GuardChoice::Source, patienceMs);
    QVERIFY(shown("眼 3.png") == GuardChoice::Adapted);
    QVERIFY(!shown("2.png"));
    judgements->noteShown(row(folder, "2.png"), GuardChoice::Original);
    judgements->noteShown(row(folder, "1.png"), GuardChoice::Adapted); // enhanced since
    judgements->noteShown(77, GuardChoice::Adapted);
    QTRY_VERIFY_WITH_TIMEOUT(shown("2.png") == GuardChoice::Original, patienceMs);
    QVERIFY(shown("1.png") == GuardChoice::Adapted);
    judgements->setModel(m_made->path(QStringLiteral("b.safetensors")));
    QTRY_VERIFY_WITH_TIMEOUT(!shown("2.png"), patienceMs);
    judgements = std::make_unique<FolderJudgements>(engine(), folder); // the next day
    judgements->setModel(m_made->path(QStringLiteral("a.safetensors")));
    QVERIFY(open(folder));
    QTRY_VERIFY_WITH_TIMEOUT(shown("2.png") == GuardChoice::Original, patienceMs);
}

void TestFolderJudgements::anotherFolderTakesThePlaceOfTheFirst() {
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
    QVERIFY(open(folder, "other"));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 1, patienceMs);
    QCOMPARE(quality(folder, 0), ImageQuality::Usable);
}

void TestFolderJudgements::withoutAJudgeNothingIsJudged() {
    OpenedFolder folder(places());
    FolderJudgements judgements(nullptr, folder);
    QVERIFY(open(folder));
    judgements.beginRun(folder.path());
    judgements.noteEnhanced(0, "model", plain(1), plain(2));
    judgements.noteDecisions({label("1.png", true)});
    QTRY_COMPARE_WITH_TIMEOUT(folder.model().row(row(folder, "1.png")).decision, PickerVerdict::Accepted, patienceMs);
    QCOMPARE(judged(folder), 0);
}

void TestFolderJudgements::aReadThatHangsKeepsNeitherTheNextFolderNorTheEndWaiting() {
    const auto drive = std::make_shared<HangingDrive>();
    OpenedFolder folder(places());
    auto judgements = std::make_unique<FolderJudgements>(engine(), folder,
                                                         [drive](const std::filesystem::path& path) -> Result<Image> {
                                                             if (path.parent_path().filename() == "eyes")
                                                                 drive->hang();
                                                             return readImage(path);
                                                         });
    QVERIFY(open(folder));
    QTRY_COMPARE_WITH_TIMEOUT(drive->hanging(), 1, patienceMs);
    QVERIFY(open(folder, "other"));
    QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 1, patienceMs);
    QElapsedTimer clock;
    clock.start();
    judgements.reset();
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(ReadingThreads::leftBehind(), 1);
    drive->answer();
    QTRY_COMPARE_WITH_TIMEOUT(ReadingThreads::leftBehind(), 0, patienceMs);
}

void TestFolderJudgements::theCurrentImageIsJudgedBeforeAllOthers() {
    const auto order = orderOfJudging("20.png");
    QVERIFY(order.size() > 1);
    QCOMPARE(order[0], std::string("20.png"));
    QCOMPARE(order[1], std::string("25.png"));
}

void TestFolderJudgements::whyTheCurrentImageIsPoorIsToldAndKept() {
    for (int start = 0; start < 2; ++start) {
        OpenedFolder folder(places());
        FolderJudgements judgements(engine(), folder);
        const QSignalSpy changed(&judgements, &FolderJudgements::degradationChanged);
        QCOMPARE(judgements.currentDegradation().state, State::NoImage);
        QVERIFY(open(folder));
        judgements.setCurrent(row(folder, "2.png"));
        QVERIFY(changed.count() > 0);
        QVERIFY(start > 0 || judgements.currentDegradation().state == State::Reading);
        QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Read, patienceMs);
        QCOMPARE(judgements.currentDegradation().reading.severities.haze, 1.0 - 10.0 / 255.0);
        QCOMPARE(judgements.currentDegradation().reading.sentenceKey(), std::string("haze.strong"));
        QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
        QVERIFY(open(folder, "other"));
        QCOMPARE(judgements.currentDegradation().state, State::NoImage);
        QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 1, patienceMs);
    }
    QCOMPARE(m_record->calls.load(), 4); // each image once: the second time all were known
}

void TestFolderJudgements::anOpinionKeptWithoutItIsJudgedAnew() {
    judgedImagesAreNotJudgedAgainTheNextTime();
    // As a version wrote it that knew of no damage.
    const QDir own(m_made->at(QStringLiteral("own/records")));
    const auto files = own.entryList({QStringLiteral("*.json")}, QDir::Files);
    QCOMPARE(files.size(), 1);
    QFile file(own.filePath(files.first()));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const auto old = file.readAll().replace("\"degradation\"", "\"unknown\"");
    QVERIFY(file.resize(0) && file.seek(0) && file.write(old) == old.size());
    file.close();
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    judgements.setCurrent(1);
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Read, patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_record->calls.load(), 6, patienceMs);
}

void TestFolderJudgements::whatCannotBeReadIsSaid() {
    m_made->write(QStringLiteral("eyes/0.png"), "no picture");
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder, [](const std::filesystem::path& path) -> Result<Image> {
        if (path.filename() == "2.png")
            return Image{cv::Mat(20, 20, CV_8UC1, cv::Scalar(90)), {}};
        return readImage(path);
    });
    QVERIFY(open(folder));
    judgements.setCurrent(row(folder, "2.png"));
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::OtherImage, patienceMs);
    judgements.setCurrent(row(folder, "0.png"));
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Failed, patienceMs);
    QVERIFY(judgements.currentDegradation().reason.contains(QStringLiteral("0.png")));
    // Found by whoever makes thumbnails, before it was judged.
    judgements.setCurrent(row(folder, "1.png"));
    const QSignalSpy changed(&judgements, &FolderJudgements::degradationChanged);
    folder.model().setUnreadable(row(folder, "1.png"), QStringLiteral("The drive is gone."));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(judgements.currentDegradation().reason, QStringLiteral("The drive is gone."));
}

void TestFolderJudgements::aMissingEstimatorIsSaidAndTheQualityIsKept() {
    m_record->unread = Error{ErrorCode::ModelNotFound, {"fundus_degradation"}, {}};
    {
        OpenedFolder folder(places());
        FolderJudgements judgements(engine(), folder);
        QVERIFY(open(folder));
        judgements.setCurrent(1);
        QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::NoModel, patienceMs);
        QTRY_COMPARE_WITH_TIMEOUT(judged(folder), 3, patienceMs);
        QCOMPARE(m_record->calls.load(), 3); // none of them twice
    }
    m_record->unread = Error{ErrorCode::OutOfMemory, {"reading an image's degradation"}, {}};
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    QVERIFY(open(folder));
    judgements.setCurrent(1);
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Failed, patienceMs);
    QVERIFY(judgements.currentDegradation().reason.contains(QStringLiteral("memory ran out")));
    QVERIFY(quality(folder, 1) != ImageQuality::Unknown);
}

void TestFolderJudgements::withoutAJudgeNothingCanBeSaid() {
    OpenedFolder folder(places());
    FolderJudgements judgements(nullptr, folder);
    QVERIFY(open(folder));
    judgements.setCurrent(0);
    QCOMPARE(judgements.currentDegradation().state, State::NoModel);
}

void TestFolderJudgements::whileOtherWorkGoesOnForLongTheImageWaits() {
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    bool may = false;
    judgements.setMayWork([&] { return may; });
    QVERIFY(open(folder));
    judgements.setCurrent(0);
    QCOMPARE(judgements.currentDegradation().state, State::Reading);
    const QSignalSpy changed(&judgements, &FolderJudgements::degradationChanged);
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Waiting, patienceMs);
    QVERIFY(changed.count() > 0);
    may = true;
    QTRY_COMPARE_WITH_TIMEOUT(judgements.currentDegradation().state, State::Read, patienceMs);
}

void TestFolderJudgements::ofEnhancedImagesNoDamageIsRead() {
    std::ofstream(m_made->path(QStringLiteral("a.safetensors"))) << "weights";
    OpenedFolder folder(places());
    FolderJudgements judgements(engine(), folder);
    bool may = false;
    judgements.setMayWork([&] { return may; });
    QVERIFY(open(folder));
    judgements.setModel(m_made->path(QStringLiteral("a.safetensors")));
    judgements.setCurrent(0);
    judgements.noteEnhanced(0, m_made->path(QStringLiteral("a.safetensors")), plain(51), plain(204));
    may = true;
    QTRY_COMPARE_WITH_TIMEOUT(m_record->enhanced.load(), 1, patienceMs);
    QCOMPARE(judgements.currentDegradation().reading.severities.haze, 0.8); // of the original, which was at hand
}

QTEST_GUILESS_MAIN(TestFolderJudgements)
#include "tst_folder_judgements.moc"
