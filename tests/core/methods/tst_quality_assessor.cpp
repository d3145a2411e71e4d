// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/judge_checkpoints.h"
#include "methods/same/quality_assessor.h"

#include <torch/torch.h>

#include <QTemporaryDir>
#include <QtTest>

using namespace limpid;

namespace {

std::int64_t parameterCount(const torch::nn::Module& module) {
    std::int64_t count = 0;
    for (const auto& parameter : module.parameters()) {
        count += parameter.numel();
    }
    return count;
}

bool inUnitInterval(const torch::Tensor& values) {
    return ((values >= 0.0) & (values <= 1.0)).all().item<bool>();
}

QualityAssessorConfig tiny() {
    auto config = QualityAssessorConfig::compact();
    config.inputSize = 32;
    config.widths = {4, 8, 8};
    return config;
}

} // namespace

class TestQualityAssessor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePaperPresetHasThePublishedNumberOfParameters();
    void theCompactPresetStaysBelowHalfAMillion();
    void outputsAreProbabilitiesForAnyImageSize();
    void aDarkerImageIsJudgedDifferently();
    void aConfigurationSurvivesItsJson();
    void aHostileConfigurationIsRefused();
    void aSavedAssessorJudgesAsBefore();
    void aDetectorsFileIsNotAnAssessor();
};

void TestQualityAssessor::thePaperPresetHasThePublishedNumberOfParameters() {
    const torch::NoGradGuard noGrad;
    QualityAssessor assessor(QualityAssessorConfig::mcf());
    QCOMPARE(parameterCount(*assessor), 20'880'051);
    assessor->eval();
    const auto output = assessor(torch::rand({1, 3, 64, 64}));
    QVERIFY(output.probabilities.sizes() == torch::IntArrayRef({1, 3}));
    QCOMPARE(output.auxiliary.size(), std::size_t{4});
    QVERIFY(inUnitInterval(output.probabilities));
    QVERIFY(!output.severity.defined());
}

void TestQualityAssessor::theCompactPresetStaysBelowHalfAMillion() {
    QVERIFY(parameterCount(*QualityAssessor(QualityAssessorConfig::compact())) <= 500'000);
}

void TestQualityAssessor::outputsAreProbabilitiesForAnyImageSize() {
    const torch::NoGradGuard noGrad;
    QualityAssessor assessor(tiny());
    assessor->eval();
    for (const std::int64_t side : {20, 32, 75}) {
        const auto output = assessor(torch::rand({2, 3, side, side + 3}));
        QVERIFY(output.probabilities.sizes() == torch::IntArrayRef({2, 3}));
        QVERIFY(output.severity.sizes() == torch::IntArrayRef({2, 1}));
        QVERIFY(inUnitInterval(output.probabilities) && inUnitInterval(output.severity));
    }
}

void TestQualityAssessor::aDarkerImageIsJudgedDifferently() {
    // A network that normalised each image for itself would not see absolute brightness.
    const torch::NoGradGuard noGrad;
    torch::manual_seed(3);
    QualityAssessor assessor(tiny());
    assessor->eval();
    const auto image = torch::rand({1, 3, 32, 32});
    const auto bright = assessor(image).probabilities;
    const auto dark = assessor(image * 0.2).probabilities;
    QVERIFY((bright - dark).abs().max().item<double>() > 1e-4);
}

void TestQualityAssessor::aConfigurationSurvivesItsJson() {
    const auto config = QualityAssessorConfig::fromJson(tiny().toJson());
    QVERIFY(config.has_value());
    QVERIFY(config->design == QualityAssessorConfig::Design::Compact);
    QCOMPARE(config->inputSize, 32);
    QVERIFY(config->widths == tiny().widths);
    const auto paper = QualityAssessorConfig::fromJson(QualityAssessorConfig::mcf().toJson());
    QVERIFY(paper.has_value() && paper->design == QualityAssessorConfig::Design::Mcf);
    QCOMPARE(paper->inputSize, 224);
}

void TestQualityAssessor::aHostileConfigurationIsRefused() {
    for (const auto* json : {"[]", "{", R"({"design":"huge"})", R"({"input_size":1000000})", R"({"widths":[0]})",
                             R"({"widths":[]})", R"({"widths":"many"})"}) {
        const auto config = QualityAssessorConfig::fromJson(json);
        QVERIFY2(!config, json);
        QVERIFY(config.error().code == ErrorCode::InvalidArgument);
    }
}

void TestQualityAssessor::aSavedAssessorJudgesAsBefore() {
    const torch::NoGradGuard noGrad;
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "quality.safetensors";
    QualityAssessor assessor(tiny());
    assessor->eval();
    const auto image = torch::rand({2, 3, 40, 40});
    const auto before = assessor(image).probabilities;
    QVERIFY(saveQualityAssessor(path, assessor).has_value());
    auto loaded = loadQualityAssessor(path);
    QVERIFY(loaded.has_value());
    QVERIFY(torch::equal((*loaded)(image).probabilities, before));
}

void TestQualityAssessor::aDetectorsFileIsNotAnAssessor() {
    const QTemporaryDir folder;
    const auto path = std::filesystem::path(folder.path().toStdString()) / "structure.safetensors";
    QVERIFY(saveStructureDetector(path, StructureDetector()).has_value());
    const auto loaded = loadQualityAssessor(path);
    QVERIFY(!loaded);
    QVERIFY(loaded.error().code == ErrorCode::UnknownArchitecture);
}

QTEST_APPLESS_MAIN(TestQualityAssessor)
#include "tst_quality_assessor.moc"
