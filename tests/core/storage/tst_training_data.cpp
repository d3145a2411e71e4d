// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/training_data.h"

#include "core/storage/storage_files.h"
#include "storage/safetensors.h"

#include <QTemporaryDir>
#include <QtTest>

#include <functional>

using namespace limpid;

namespace {

TrainingData twoImages() {
    TrainingData data;
    data.images = at::arange(2 * 3 * 4 * 4, at::kInt).to(at::kByte).reshape({2, 3, 4, 4});
    data.fieldOfView = at::ones({2, 1, 4, 4}, at::kByte);
    data.structures = at::zeros({2, 1, 4, 4}, at::kByte);
    data.structures[0][0][1][2] = 6;
    data.hasStructure = at::tensor({1, 0}, at::kInt).to(at::kBool);
    data.names = {"a \"b\".png", "眼底.jpg"};
    data.groups = {"HRF", "IDRiD"};
    data.modality = "fundus";
    return data;
}

} // namespace

class TestTrainingData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void imagesComeBackWithTheirNames();
    void partsThatDoNotFitAreNeitherWrittenNorRead_data();
    void partsThatDoNotFitAreNeitherWrittenNorRead();
    void anAbsentPartIsNamed_data();
    void anAbsentPartIsNamed();
    void aModelIsNoTrainingData();
    void anExistingFileIsKeptUnlessAsked();

private:
    std::filesystem::path place(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }

    QTemporaryDir m_folder;
};

void TestTrainingData::imagesComeBackWithTheirNames() {
    const auto path = place("data.safetensors");
    const auto data = twoImages();
    QVERIFY(saveTrainingData(path, data, true));
    const auto read = loadTrainingData(path);
    QVERIFY2(read, read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(at::equal(read->images, data.images));
    QVERIFY(at::equal(read->fieldOfView, data.fieldOfView));
    QVERIFY(at::equal(read->structures, data.structures));
    QVERIFY(at::equal(read->hasStructure, data.hasStructure));
    QCOMPARE(read->names, data.names);
    QCOMPARE(read->groups, data.groups);
    QCOMPARE(read->modality, data.modality);
}

void TestTrainingData::partsThatDoNotFitAreNeitherWrittenNorRead_data() {
    using Change = std::function<void(TrainingData&)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, Change change, const char* reason) {
        QTest::newRow(name) << std::move(change) << QByteArray(reason);
    };
    row(
        "one image only", [](TrainingData& d) { d.images = d.images[0]; }, "not a batch");
    row(
        "no image",
        [](TrainingData& d) {
            d.images = at::empty({0, 3, 4, 4}, at::kByte);
        },
        "holds no image");
    row(
        "float images", [](TrainingData& d) { d.images = d.images.to(at::kFloat); }, "8 bit");
    row(
        "oblong images",
        [](TrainingData& d) {
            d.images = at::zeros({2, 3, 4, 5}, at::kByte);
        },
        "square");
    row(
        "a field less", [](TrainingData& d) { d.fieldOfView = d.fieldOfView.slice(0, 0, 1); }, "fields of view");
    row(
        "a field of 255", [](TrainingData& d) { d.fieldOfView[1] = 255; }, "other than 0 and 1");
    row(
        "smaller structures",
        [](TrainingData& d) {
            d.structures = at::zeros({2, 1, 2, 2}, at::kByte);
        },
        "structures");
    row(
        "marks of bytes", [](TrainingData& d) { d.hasStructure = d.hasStructure.to(at::kByte); }, "marks");
    row(
        "a name less", [](TrainingData& d) { d.names.pop_back(); }, "list of names");
    row(
        "a group more", [](TrainingData& d) { d.groups.emplace_back("x"); }, "list of names");
    row(
        "no modality", [](TrainingData& d) { d.modality.clear(); }, "modality");
}

void TestTrainingData::partsThatDoNotFitAreNeitherWrittenNorRead() {
    QFETCH(std::function<void(TrainingData&)>, change);
    QFETCH(QByteArray, reason);
    auto data = twoImages();
    change(data);
    const auto path = place("unfit.safetensors");
    const auto saved = saveTrainingData(path, data);
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!std::filesystem::exists(path));

    const auto list = [](const std::vector<std::string>& items) {
        return items.size() == 1 ? R"(["a"])" : items.size() == 2 ? R"(["a","b"])" : R"(["a","b","c"])";
    };
    QVERIFY(writeSafetensors(path,
                             {{"images", data.images},
                              {"field_of_view", data.fieldOfView},
                              {"structures", data.structures},
                              {"has_structure", data.hasStructure}},
                             {{"format", "limpid-training-data-1"},
                              {"names", list(data.names)},
                              {"groups", list(data.groups)},
                              {"modality", data.modality}}));
    const auto read = loadTrainingData(path);
    std::filesystem::remove(path);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::ModelCorrupt);
    QVERIFY2(read.error().arguments.at(1).find(reason.toStdString()) != std::string::npos,
             read.error().arguments.at(1).c_str());
}

void TestTrainingData::anAbsentPartIsNamed_data() {
    QTest::addColumn<QByteArray>("part");
    for (const auto* part : {"images", "field_of_view", "structures", "has_structure", "names", "groups"})
        QTest::newRow(part) << QByteArray(part);
}

void TestTrainingData::anAbsentPartIsNamed() {
    QFETCH(QByteArray, part);
    const auto path = place("absent.safetensors");
    QVERIFY(saveTrainingData(path, twoImages(), true));
    auto file = readSafetensors(path);
    QVERIFY(file);
    std::erase_if(file->tensors, [&](const auto& named) { return named.first == part.toStdString(); });
    file->metadata.erase(part.toStdString());
    QVERIFY(writeSafetensors(path, file->tensors, file->metadata));
    const auto read = loadTrainingData(path);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::DataMissing);
    QVERIFY(read.error().arguments.at(0).find(part.toStdString()) != std::string::npos);
    QCOMPARE(read.error().arguments.at(1), path.string());
}

void TestTrainingData::aModelIsNoTrainingData() {
    const auto path = place("model.safetensors");
    QVERIFY(writeSafetensors(path, {}, {{"format", "limpid-checkpoint-1"}}));
    QCOMPARE(loadTrainingData(path).error().code, ErrorCode::ModelCorrupt);
    QCOMPARE(loadTrainingData(place("nowhere")).error().code, ErrorCode::FileNotFound);
}

void TestTrainingData::anExistingFileIsKeptUnlessAsked() {
    const auto path = place("kept.safetensors");
    test::writeBytes(path, "mine");
    QCOMPARE(saveTrainingData(path, twoImages()).error().code, ErrorCode::OutputExists);
    QCOMPARE(test::bytesOf(path), std::string("mine"));
}

QTEST_GUILESS_MAIN(TestTrainingData)
#include "tst_training_data.moc"
