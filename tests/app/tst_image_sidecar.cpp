// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "image_sidecar.h"

#include <nlohmann/json.hpp>

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace limpid;
namespace fs = std::filesystem;

namespace {

ImageProvenance provenance() {
    return {std::string(64, 'a'),
            "North (adapted)",
            std::string(64, 'b'),
            "the processor",
            {{"working_size", std::int64_t{256}}, {"clinic", std::string("北院")}, {"share", 0.5}, {"native", true}},
            {"The colour is a guess."}};
}

WrittenImage written(const fs::path& path) {
    return {path, "JPEG", 40, 30, 8, 90};
}

nlohmann::json read(const fs::path& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file);
}

} // namespace

class TestImageSidecar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void itHoldsEverythingThatMadeTheImage();
    void itNamesNoFolder();
    void aNameThatIsNoTextIsStillWritten();
    void anEarlierRecordIsKeptUnlessToldOtherwise();

private:
    fs::path folder() const { return m_dir->path().toStdString(); }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImageSidecar::itHoldsEverythingThatMadeTheImage() {
    const auto image = folder() / "eye.jpg";
    QVERIFY(writeSidecar(written(image), "/patients/Müller/eye.tif", provenance(), false).has_value());
    QCOMPARE(sidecarPath(image).filename().string(), std::string("eye.jpg.json"));
    const auto record = read(sidecarPath(image));
    QCOMPARE(record["input"]["sha256"].get<std::string>(), std::string(64, 'a'));
    QCOMPARE(record["input"]["file"].get<std::string>(), std::string("eye.tif"));
    QCOMPARE(record["model"]["sha256"].get<std::string>(), std::string(64, 'b'));
    QCOMPARE(record["model"]["name"].get<std::string>(), std::string("North (adapted)"));
    QCOMPARE(record["device"].get<std::string>(), std::string("the processor"));
    QCOMPARE(record["program"]["version"].get<std::string>(), std::string(LIMPID_VERSION));
    QCOMPARE(record["parameters"]["working_size"].get<int>(), 256);
    QCOMPARE(record["parameters"]["clinic"].get<std::string>(), std::string("北院"));
    QCOMPARE(record["parameters"]["share"].get<double>(), 0.5);
    QCOMPARE(record["parameters"]["native"].get<bool>(), true);
    QCOMPARE(record["output"]["width"].get<int>(), 40);
    QCOMPARE(record["output"]["jpeg_quality"].get<int>(), 90);
    QCOMPARE(record["notes"].size(), std::size_t{1});
    const auto time = QDateTime::fromString(QString::fromStdString(record["written"].get<std::string>()), Qt::ISODate);
    QVERIFY(qAbs(time.secsTo(QDateTime::currentDateTimeUtc())) < 60);
}

void TestImageSidecar::itNamesNoFolder() {
    const auto image = folder() / "eye.jpg";
    QVERIFY(writeSidecar(written(image), "/patients/Smith/eye.tif", provenance(), false).has_value());
    QVERIFY(read(sidecarPath(image)).dump().find("Smith") == std::string::npos);
}

void TestImageSidecar::aNameThatIsNoTextIsStillWritten() {
    const auto image = folder() / "eye.jpg";
    QVERIFY(writeSidecar(written(image), "/in/\xff\xfe.tif", provenance(), false).has_value());
    QVERIFY(read(sidecarPath(image)).contains("input"));
}

void TestImageSidecar::anEarlierRecordIsKeptUnlessToldOtherwise() {
    const auto image = folder() / "eye.jpg";
    QVERIFY(writeSidecar(written(image), "/in/first.tif", provenance(), false).has_value());
    const auto again = writeSidecar(written(image), "/in/second.tif", provenance(), false);
    QVERIFY(!again.has_value());
    QVERIFY(again.error().code == ErrorCode::OutputExists);
    QVERIFY(writeSidecar(written(image), "/in/second.tif", provenance(), true).has_value());
    QCOMPARE(read(sidecarPath(image))["input"]["file"].get<std::string>(), std::string("second.tif"));
}

QTEST_GUILESS_MAIN(TestImageSidecar)
#include "tst_image_sidecar.moc"
