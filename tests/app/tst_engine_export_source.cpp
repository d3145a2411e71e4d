// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/workstation_fakes.h"
#include "engine_export_source.h"
#include "storage/sha256.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace limpid;

class TestEngineExportSource : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anImageComesWithHowItWasMade();
    void anImageThatCannotBeReadFails();
    void aModelThatIsGoneFails();

private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
    std::shared_ptr<EnhancementRecord> m_record;
};

void TestEngineExportSource::init() {
    m_record = std::make_shared<EnhancementRecord>();
    writeImages(m_folder.path(), 2);
    std::ofstream(file("model.safetensors")) << "weights";
}

void TestEngineExportSource::anImageComesWithHowItWasMade() {
    EngineExportSource source(std::make_shared<FakeEnhancement>(m_record), file("model.safetensors"), "North");
    const auto made = source.produce(file("image 2.png"), {});
    QVERIFY(made.has_value());
    QCOMPARE(made->image.pixels.at<cv::Vec3b>(5, 5), cv::Vec3b(215, 215, 215));
    const auto& provenance = made->provenance;
    QCOMPARE(provenance.inputSha256, sha256OfFile(file("image 2.png")).value());
    QCOMPARE(provenance.modelSha256, sha256OfFile(file("model.safetensors")).value());
    QCOMPARE(provenance.modelName, std::string("North"));
    QCOMPARE(provenance.device, std::string("Abacus, 2 threads"));
    QVERIFY(provenance.parameters.contains("fake"));
    QCOMPARE(provenance.notes, std::vector<std::string>{"seen by a fake"});
}

void TestEngineExportSource::anImageThatCannotBeReadFails() {
    EngineExportSource source(std::make_shared<FakeEnhancement>(m_record), file("model.safetensors"), "North");
    std::ofstream(file("empty.jpg")).flush();
    QCOMPARE(source.produce(file("empty.jpg"), {}).error().code, ErrorCode::FileEmpty);
    QCOMPARE(m_record->calls.load(), 0);
}

void TestEngineExportSource::aModelThatIsGoneFails() {
    EngineExportSource source(std::make_shared<FakeEnhancement>(m_record), file("gone.safetensors"), "North");
    QVERIFY(!source.produce(file("image 1.png"), {}));
}

QTEST_GUILESS_MAIN(TestEngineExportSource)
#include "tst_engine_export_source.moc"
