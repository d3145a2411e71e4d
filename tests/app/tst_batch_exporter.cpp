// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "batch_exporter.h"

#include "imaging/image_reader.h"
#include "imaging/image_writer.h"
#include "storage/sha256.h"

#include <nlohmann/json.hpp>

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <map>
#include <mutex>

using namespace limpid;
namespace fs = std::filesystem;

namespace {

Image grey(int value, int type = CV_8UC3) {
    Image image;
    image.pixels = cv::Mat(20, 30, type, cv::Scalar::all(value));
    return image;
}

/// Pretends to enhance; can be told to fail for a file, and to wait until it is cancelled.
class FakeSource : public ExportSource {
public:
    Result<ProducedImage> produce(const fs::path& original, std::stop_token stop) override {
        ++asked;
        if (const auto found = failures.find(original.filename().string()); found != failures.end())
            return fail(found->second, {original.string()});
        if (waits) {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, stop, [] { return false; });
            return fail(ErrorCode::Cancelled);
        }
        return ProducedImage{grey(90, type), {"in", "model", "sum", "a processor", {}, {}}};
    }

    std::map<std::string, ErrorCode> failures;
    int type = CV_8UC3;
    bool waits = false;
    std::atomic<int> asked = 0;

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
};

std::vector<ExportJob> jobsFor(const std::vector<fs::path>& originals) {
    std::vector<ExportJob> jobs;
    for (const auto& original : originals)
        jobs.push_back({original, {}, std::nullopt});
    return jobs;
}

std::vector<std::string> names(const fs::path& folder) {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(folder))
        found.push_back(entry.path().filename().string());
    std::ranges::sort(found);
    return found;
}

std::vector<std::string> names(const std::vector<fs::path>& paths) {
    std::vector<std::string> found;
    for (const auto& path : paths)
        found.push_back(path.filename().string());
    return found;
}

using Names = std::vector<std::string>;

} // namespace

class TestBatchExporter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyImageGetsAFileAndARecord();
    void everyWrittenImageIsNotedWithItsHashes();
    void whatCannotBeNotedIsWrittenAllTheSame();
    void aFinishedImageIsNotMadeAgain();
    void theOriginalsFolderIsRefused_data();
    void theOriginalsFolderIsRefused();
    void anOriginalThatIsALinkIntoTheFolderIsRefused();
    void nothingIsReplacedUnlessTold();
    void oneFailureDoesNotEndTheOthers();
    void aFullDiskEndsTheExport();
    void cancellingEndsTheImageBeingMade();
    void aRecordThatCannotBeWrittenTakesTheImageAway();
    void sixteenBitsAreKeptOrReduced_data();
    void sixteenBitsAreKeptOrReduced();
    void imagesOfOneNameGetFilesOfTheirOwn();
    void asManyExportsAsWantedOneAfterTheOther();

private:
    ExportOutcome run(BatchExporter& exporter, std::vector<ExportJob> jobs);

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_in;
    fs::path m_out;
    ExportOptions m_options;
};

void TestBatchExporter::init() {
    m_dir = std::make_unique<QTemporaryDir>();
    const fs::path root = m_dir->path().toStdString();
    m_in = root / "眼底 照片";
    m_out = root / "out" / "deep";
    fs::create_directories(m_in);
    for (const auto* name : {"a.png", "b.png", "c.png"})
        QVERIFY(writeImage(grey(10), m_in / name).has_value());
    m_options = {};
    m_options.folder = QString::fromStdString(m_out.string());
}

ExportOutcome TestBatchExporter::run(BatchExporter& exporter, std::vector<ExportJob> jobs) {
    QSignalSpy finished(&exporter, &BatchExporter::finished);
    const auto started = exporter.start(std::move(jobs), m_options);
    if (!started || !(finished.count() > 0 || finished.wait(20000)))
        return {-1, -1, false, {}};
    return finished.first().first().value<ExportOutcome>();
}

void TestBatchExporter::everyImageGetsAFileAndARecord() {
    BatchExporter exporter(std::make_unique<FakeSource>());
    const QSignalSpy progressed(&exporter, &BatchExporter::progressed);
    const auto outcome = run(exporter, jobsFor({m_in / "a.png", m_in / "b.png"}));
    QCOMPARE(outcome.written, 2);
    QVERIFY(outcome.failures.isEmpty());
    QVERIFY(!outcome.cancelled);
    QCOMPARE(names(m_out), (Names{"a.png", "a.png.json", "b.png", "b.png.json"}));
    const auto image = readImage(m_out / "a.png");
    QVERIFY(image.has_value());
    QCOMPARE(int(image->pixels.at<cv::Vec3b>(0, 0)[0]), 90);
    std::ifstream file(m_out / "a.png.json");
    QCOMPARE(nlohmann::json::parse(file)["input"]["file"].get<std::string>(), std::string("a.png"));
    QCOMPARE(progressed.count(), 3);
    QCOMPARE(progressed.last(), (QVariantList{2, 2, QString()}));
    QVERIFY(!exporter.isRunning());
}

void TestBatchExporter::everyWrittenImageIsNotedWithItsHashes() {
    std::vector<EnhancedFile> noted;
    auto source = std::make_unique<FakeSource>();
    source->failures["b.png"] = ErrorCode::ImageDamaged;
    BatchExporter exporter(std::move(source), [&noted](const EnhancedFile& file) -> Result<void> {
        noted.push_back(file);
        return {};
    });
    QCOMPARE(run(exporter, jobsFor({m_in / "a.png", m_in / "b.png"})).written, 1);
    QCOMPARE(noted.size(), std::size_t{1});
    QCOMPARE(noted[0].input, std::string("a.png"));
    QCOMPARE(noted[0].inputSha256, std::string("in"));
    QCOMPARE(noted[0].modelSha256, std::string("sum"));
    QCOMPARE(noted[0].outputSha256, sha256OfFile(m_out / "a.png").value());
    QVERIFY(noted[0].program.starts_with("limpid "));
}

void TestBatchExporter::whatCannotBeNotedIsWrittenAllTheSame() {
    BatchExporter exporter(std::make_unique<FakeSource>(),
                           [](const EnhancedFile&) -> Result<void> { return fail(ErrorCode::DiskFull, {"store"}); });
    const auto outcome = run(exporter, jobsFor({m_in / "a.png"}));
    QCOMPARE(outcome.written, 1);
    QVERIFY(outcome.failures.isEmpty());
}

void TestBatchExporter::aFinishedImageIsNotMadeAgain() {
    auto source = std::make_unique<FakeSource>();
    const auto* asked = &source->asked;
    BatchExporter exporter(std::move(source));
    ExportJob job{m_in / "a.png", "chosen name", ProducedImage{grey(33), {}}};
    QCOMPARE(run(exporter, {job}).written, 1);
    QCOMPARE(asked->load(), 0);
    const auto image = readImage(m_out / "chosen name.png");
    QVERIFY(image.has_value());
    QCOMPARE(int(image->pixels.at<cv::Vec3b>(0, 0)[0]), 33);
}

void TestBatchExporter::theOriginalsFolderIsRefused_data() {
    QTest::addColumn<QString>("way");
    QTest::newRow("itself") << QStringLiteral("itself");
    QTest::newRow("through a link") << QStringLiteral("link");
    QTest::newRow("through dots") << QStringLiteral("dots");
}

void TestBatchExporter::theOriginalsFolderIsRefused() {
    QFETCH(QString, way);
    auto target = m_in;
    if (way == QStringLiteral("link")) {
        target = m_in.parent_path() / "link";
        fs::create_directory_symlink(m_in, target);
    } else if (way == QStringLiteral("dots")) {
        target = m_in / ".." / m_in.filename();
    }
    m_options.folder = QString::fromStdString(target.string());
    m_options.overwrite = true;
    BatchExporter exporter(std::make_unique<FakeSource>());
    const auto started = exporter.start(jobsFor({m_in / "a.png"}), m_options);
    QVERIFY(!started.has_value());
    QVERIFY(started.error().code == ErrorCode::OutputIsInput);
    QVERIFY(!exporter.isRunning());
    QCOMPARE(names(m_in).size(), std::size_t{3});
}

void TestBatchExporter::anOriginalThatIsALinkIntoTheFolderIsRefused() {
    fs::create_directories(m_out);
    fs::rename(m_in / "a.png", m_out / "a.png");
    fs::create_symlink(m_out / "a.png", m_in / "a.png");
    m_options.overwrite = true;
    BatchExporter exporter(std::make_unique<FakeSource>());
    QVERIFY(!exporter.start(jobsFor({m_in / "a.png"}), m_options).has_value());
}

void TestBatchExporter::nothingIsReplacedUnlessTold() {
    BatchExporter exporter(std::make_unique<FakeSource>());
    fs::create_directories(m_out);
    std::ofstream(m_out / "a.png") << "earlier";
    auto outcome = run(exporter, jobsFor({m_in / "a.png"}));
    QCOMPARE(outcome.written, 0);
    QCOMPARE(outcome.failures.size(), 1);
    QCOMPARE(outcome.failures.first().name, QStringLiteral("a.png"));
    QVERIFY(outcome.failures.first().sentence.contains(QStringLiteral("exists already")));
    QCOMPARE(fs::file_size(m_out / "a.png"), std::uintmax_t{7});
    m_options.overwrite = true;
    outcome = run(exporter, jobsFor({m_in / "a.png"}));
    QCOMPARE(outcome.written, 1);
    QVERIFY(readImage(m_out / "a.png").has_value());
}

void TestBatchExporter::oneFailureDoesNotEndTheOthers() {
    auto source = std::make_unique<FakeSource>();
    source->failures = {{"b.png", ErrorCode::ImageDamaged}};
    BatchExporter exporter(std::move(source));
    const auto outcome = run(exporter, jobsFor({m_in / "a.png", m_in / "b.png", m_in / "c.png"}));
    QCOMPARE(outcome.written, 2);
    QCOMPARE(outcome.failures.size(), 1);
    QCOMPARE(outcome.failures.first().name, QStringLiteral("b.png"));
    QVERIFY(outcome.failures.first().sentence.contains(QStringLiteral("damaged")));
    QCOMPARE(names(m_out).size(), std::size_t{4});
}

void TestBatchExporter::aFullDiskEndsTheExport() {
    auto source = std::make_unique<FakeSource>();
    source->failures = {{"a.png", ErrorCode::DiskFull}};
    BatchExporter exporter(std::move(source));
    const auto outcome = run(exporter, jobsFor({m_in / "a.png", m_in / "b.png", m_in / "c.png"}));
    QCOMPARE(outcome.written, 0);
    QCOMPARE(outcome.failures.size(), 1);
    QCOMPARE(outcome.notTried, 2);
    QVERIFY(!outcome.cancelled);
}

void TestBatchExporter::cancellingEndsTheImageBeingMade() {
    auto source = std::make_unique<FakeSource>();
    source->waits = true;
    const auto* asked = &source->asked;
    BatchExporter exporter(std::move(source));
    QSignalSpy finished(&exporter, &BatchExporter::finished);
    QVERIFY(exporter.start(jobsFor({m_in / "a.png", m_in / "b.png"}), m_options).has_value());
    QVERIFY(!exporter.start(jobsFor({m_in / "a.png"}), m_options).has_value()); // one at a time
    QTRY_COMPARE(asked->load(), 1);
    exporter.cancel();
    QTRY_COMPARE(finished.count(), 1);
    const auto outcome = finished.first().first().value<ExportOutcome>();
    QVERIFY(outcome.cancelled);
    QCOMPARE(outcome.notTried, 2);
    QVERIFY(outcome.failures.isEmpty());
    QVERIFY(!fs::exists(m_out) || names(m_out).empty());
}

void TestBatchExporter::aRecordThatCannotBeWrittenTakesTheImageAway() {
    BatchExporter exporter(std::make_unique<FakeSource>());
    fs::create_directories(m_out / "a.png.json"); // a folder stands where the record would go
    m_options.overwrite = true;
    const auto outcome = run(exporter, jobsFor({m_in / "a.png"}));
    QCOMPARE(outcome.written, 0);
    QCOMPARE(outcome.failures.size(), 1);
    QVERIFY(!fs::exists(m_out / "a.png"));
}

void TestBatchExporter::sixteenBitsAreKeptOrReduced_data() {
    QTest::addColumn<bool>("native");
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("bits");
    QTest::newRow("png native") << true << int(ExportFormat::Png) << 16;
    QTest::newRow("tiff native") << true << int(ExportFormat::Tiff) << 16;
    QTest::newRow("png reduced") << false << int(ExportFormat::Png) << 8;
    QTest::newRow("jpeg") << true << int(ExportFormat::Jpeg) << 8;
}

void TestBatchExporter::sixteenBitsAreKeptOrReduced() {
    QFETCH(bool, native);
    QFETCH(int, format);
    QFETCH(int, bits);
    m_options.nativeDepth = native;
    m_options.format = ExportFormat(format);
    BatchExporter exporter(std::make_unique<FakeSource>());
    const auto jobs = std::vector<ExportJob>{{m_in / "a.png", {}, ProducedImage{grey(128 * 257, CV_16UC3), {}}}};
    QCOMPARE(run(exporter, jobs).written, 1);
    const auto target = exportTargets(jobs, m_out, m_options.format).front();
    const auto image = readImage(target);
    QVERIFY(image.has_value());
    QCOMPARE(image->bitDepth(), bits);
    if (bits == 8)
        QVERIFY(std::abs(int(image->pixels.at<cv::Vec3b>(0, 0)[0]) - 128) <= 1);
    auto record = target;
    record += ".json";
    std::ifstream file(record);
    QCOMPARE(nlohmann::json::parse(file)["output"]["bits_per_channel"].get<int>(), bits);
}

void TestBatchExporter::imagesOfOneNameGetFilesOfTheirOwn() {
    const auto jobs = jobsFor({"/x/eye.jpg", "/x/eye.png", "/y/Eye.png", "/x/other.tif", "/x/noextension"});
    QCOMPARE(names(exportTargets(jobs, "/out", ExportFormat::Tiff)),
             (Names{"eye_jpg.tif", "eye_png.tif", "Eye_png_2.tif", "other.tif", "noextension.tif"}));
    const auto nasty = std::vector<ExportJob>{{"/x/a.png", "../../etc/b", std::nullopt}};
    QCOMPARE(exportTargets(nasty, "/out", ExportFormat::Png).front().string(), std::string("/out/b.png"));
}

void TestBatchExporter::asManyExportsAsWantedOneAfterTheOther() {
    BatchExporter exporter(std::make_unique<FakeSource>());
    for (const auto* name : {"a.png", "b.png", "c.png"})
        QCOMPARE(run(exporter, jobsFor({m_in / name})).written, 1);
    QCOMPARE(names(m_out).size(), std::size_t{6});
}

QTEST_GUILESS_MAIN(TestBatchExporter)
#include "tst_batch_exporter.moc"
