// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/judge_checkpoints.h"
#include "methods/same/same_model.h"
#include "storage/checkpoint.h"
#include "tiny_clinic.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace limpid;

class TestSameModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aSavedModelComesBackAsItWas();
    void itsGuardComesBackWithIt();
    void aDamagedGuardIsRefused();
    void anotherNetworksFileIsRefusedByName();
    void aMissingTensorIsNamed();

private:
    std::filesystem::path file(const char* name) const {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    QTemporaryDir m_folder;
};

void TestSameModel::aSavedModelComesBackAsItWas() {
    SameModel model;
    model.network = StructurePreservingUnet(tinyUnet());
    model.parentSha256 = std::string(64, 'a');
    QVERIFY(saveSameModel(file("m.safetensors"), model).has_value());
    auto read = loadSameModel(file("m.safetensors"));
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(read->network->configuration() == tinyUnet());
    QCOMPARE(read->parentSha256, model.parentSha256);
    QVERIFY(!read->network->is_training());
    model.network->eval();
    torch::NoGradGuard noGrad;
    const auto x = torch::rand({1, 3, 32, 32});
    QVERIFY(torch::equal(read->network->enhance(x), model.network->enhance(x)));
}

void TestSameModel::itsGuardComesBackWithIt() {
    SameModel model;
    model.network = StructurePreservingUnet(tinyUnet());
    model.guard = *ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 30.0, 40.0}, 0.5}));
    QVERIFY(saveSameModel(file("guarded.safetensors"), model).has_value());
    const auto read = loadSameModel(file("guarded.safetensors"));
    QVERIFY2(read.has_value(), read ? "" : englishSentence(read.error()).c_str());
    QVERIFY(read->guard.has_value());
    QCOMPARE(read->guard->forecast({25.0, 25.0, 25.0}), model.guard->forecast({25.0, 25.0, 25.0}));
    QVERIFY(!loadSameModel(file("m.safetensors"))->guard);
}

void TestSameModel::aDamagedGuardIsRefused() {
    StructurePreservingUnet network(tinyUnet());
    auto tensors = tensorsOf(*network);
    tensors.emplace_back("guard.forecast", torch::zeros({3, 4}));
    CheckpointInfo info;
    info.architecture = sameArchitecture;
    info.configurationJson = tinyUnet().toJson();
    info.modality = "fundus";
    QVERIFY(saveCheckpoint(file("odd.safetensors"), info, tensors).has_value());
    QCOMPARE(loadSameModel(file("odd.safetensors")).error().code, ErrorCode::ModelCorrupt);
}

void TestSameModel::anotherNetworksFileIsRefusedByName() {
    QVERIFY(
        saveQualityAssessor(file("judge.safetensors"), QualityAssessor(QualityAssessorConfig::compact())).has_value());
    const auto read = loadSameModel(file("judge.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::UnknownArchitecture);
}

void TestSameModel::aMissingTensorIsNamed() {
    StructurePreservingUnet network(tinyUnet());
    auto tensors = tensorsOf(*network);
    const auto lost = tensors.back().first;
    tensors.pop_back();
    CheckpointInfo info;
    info.architecture = sameArchitecture;
    info.configurationJson = tinyUnet().toJson();
    info.modality = "fundus";
    QVERIFY(saveCheckpoint(file("lost.safetensors"), info, tensors).has_value());
    const auto read = loadSameModel(file("lost.safetensors"));
    QVERIFY(!read);
    QVERIFY(read.error().code == ErrorCode::ModelMismatch);
    QVERIFY(englishSentence(read.error()).find(lost) != std::string::npos);
}

QTEST_APPLESS_MAIN(TestSameModel)
#include "tst_same_model.moc"
