// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constant_assessor.h"
#include "methods/same/picker.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

/// A detector whose only live term is the density's; maps with a mean of 0.1 are regular.
StructureDetector byDensity() {
    const torch::NoGradGuard noGrad;
    StructureDetectorConfig config;
    config.inputSize = 32;
    config.widths = {4, 4};
    config.discriminatorWidths = {4, 4};
    config.featureStage = 1;
    StructureDetector detector(config);
    auto buffers = detector->named_buffers();
    for (const auto* scale : {"reconstruction_scale", "feature_scale", "appearance_scale"}) {
        buffers[scale].fill_(1e9);
    }
    buffers["density_mean"].fill_(-1.0);
    buffers["density_deviation"].fill_(0.1);
    buffers["threshold"].fill_(5.0);
    return detector;
}

torch::Tensor images(std::int64_t count) {
    return torch::full({count, 3, 40, 40}, 0.5);
}

torch::Tensor maps(double value, std::int64_t count = 1) {
    return torch::full({count, 1, 40, 40}, value);
}

DegradationEstimator estimator() {
    torch::manual_seed(1);
    DegradationEstimatorConfig config;
    config.inputSize = 64;
    config.widths = {4, 4};
    config.hidden = 8;
    return DegradationEstimator(config);
}

PickDecision decide(QualityAssessor quality, StructureDetector structure, double density, PickOptions options = {}) {
    auto picker = PseudoLabelPicker::create(std::move(quality), std::move(structure), options);
    return picker.value().judge(images(1), maps(density)).front();
}

} // namespace

class TestPicker : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatBothAcceptIsPicked();
    void theQualityJudgeRefusesBelowTheThreshold();
    void goodMustAlsoBeTheStrongestClass();
    void theStructureJudgeRefusesAnEmptyMap();
    void bothRefusalsAreNamed();
    void aJudgeThatIsNotUsedDoesNotRefuse();
    void aMissingJudgeIsAnError();
    void aThresholdOutsideTheUnitIntervalIsAnError();
    void eachImageOfABatchIsJudgedByItself();
    void whatLiesOutsideTheFieldOfViewIsNotJudged();
    void aNanIsNeverPicked();
    void judgingRecordsNoGradientAndSetsEval();
    void otherThresholdsStandUntilTheJudgesGetTheirsBack();
    void anotherStructureThresholdStandsInForTheDetectorsOwn();
    void thePhotographsDamageSpeaksAgainstItsRestoration();
    void theEvidenceKeepsAProbabilityAProbability();
    void withoutWeightNobodyAsksForTheDamage();
};

void TestPicker::whatBothAcceptIsPicked() {
    const auto decision = decide(constantAssessor(0.9, 0.2, 0.1), byDensity(), 0.1);
    QVERIFY(decision.accepted && decision.qualityAccepted && decision.structureAccepted);
    QVERIFY(std::abs(decision.good - 0.9) < 1e-5 && std::abs(decision.usable - 0.2) < 1e-5);
    QCOMPARE(decision.structureThreshold, 5.0);
    QCOMPARE(decision.qualityThreshold, 0.8);
    QCOMPARE(decision.reason, std::string("Accepted: good 0.90 is above 0.80, irregularity 0.00 is within 5.00."));
}

void TestPicker::theQualityJudgeRefusesBelowTheThreshold() {
    const auto decision = decide(constantAssessor(0.79, 0.2, 0.1), byDensity(), 0.1);
    QVERIFY(!decision.accepted && !decision.qualityAccepted && decision.structureAccepted);
    QCOMPARE(decision.reason,
             std::string("The quality judge refused: good 0.79 is not above 0.80 (usable 0.20, reject 0.10)."));
}

void TestPicker::goodMustAlsoBeTheStrongestClass() {
    const auto decision = decide(constantAssessor(0.9, 0.95, 0.1), byDensity(), 0.1);
    QVERIFY(!decision.accepted);
    QCOMPARE(decision.reason, std::string("The quality judge refused: usable 0.95 is as strong as good 0.90."));
}

void TestPicker::theStructureJudgeRefusesAnEmptyMap() {
    // log10(1e-4) = -4 is 30 deviations of 0.1 from -1, so the density term is (30 - 2)^2.
    const auto decision = decide(constantAssessor(0.9, 0.2, 0.1), byDensity(), 0.0);
    QVERIFY(!decision.accepted && decision.qualityAccepted && !decision.structureAccepted);
    QVERIFY(std::abs(decision.structureScore - 784.0) < 0.05);
    QVERIFY(decision.reason.starts_with("The structure judge refused: irregularity 784.0"));
    QVERIFY(decision.reason.ends_with(" is above 5.00."));
}

void TestPicker::bothRefusalsAreNamed() {
    const auto reason = decide(constantAssessor(0.1, 0.2, 0.9), byDensity(), 0.0).reason;
    QVERIFY(reason.find("The quality judge refused: good 0.10") == 0);
    QVERIFY(reason.find("; the structure judge refused") != std::string::npos);
}

void TestPicker::aJudgeThatIsNotUsedDoesNotRefuse() {
    PickOptions qualityOnly;
    qualityOnly.useStructure = false;
    QVERIFY(decide(constantAssessor(0.9, 0.2, 0.1), nullptr, 0.0, qualityOnly).accepted);
    PickOptions structureOnly;
    structureOnly.useQuality = false;
    QVERIFY(decide(nullptr, byDensity(), 0.1, structureOnly).accepted);
    QVERIFY(!decide(nullptr, byDensity(), 0.0, structureOnly).accepted);
    PickOptions none;
    none.useQuality = none.useStructure = false;
    QCOMPARE(decide(nullptr, nullptr, 0.0, none).reason, std::string("Accepted: no judge was asked."));
}

void TestPicker::aMissingJudgeIsAnError() {
    const auto picker = PseudoLabelPicker::create(nullptr, byDensity());
    QVERIFY(!picker);
    QVERIFY(picker.error().code == ErrorCode::ModelNotFound);
    QVERIFY(!PseudoLabelPicker::create(constantAssessor(0.9, 0.1, 0.1), nullptr));
}

void TestPicker::aThresholdOutsideTheUnitIntervalIsAnError() {
    for (const double threshold : {-0.1, 1.1, std::nan("")}) {
        PickOptions options;
        options.qualityThreshold = threshold;
        QVERIFY(!PseudoLabelPicker::create(constantAssessor(0.9, 0.1, 0.1), byDensity(), options));
    }
}

void TestPicker::eachImageOfABatchIsJudgedByItself() {
    auto picker = PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity()).value();
    const auto decisions = picker.judge(images(3), torch::cat({maps(0.1), maps(0.0), maps(0.12)}));
    QCOMPARE(decisions.size(), std::size_t{3});
    QVERIFY(decisions[0].accepted && !decisions[1].accepted && decisions[2].accepted);
}

void TestPicker::whatLiesOutsideTheFieldOfViewIsNotJudged() {
    auto picker = PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity()).value();
    // A tenth of the field is inside, and full there: a mean of 0.1. Outside stands nonsense.
    auto field = torch::zeros({1, 1, 40, 40});
    field.slice(2, 0, 4).fill_(1.0);
    QVERIFY(picker.judge(images(1), maps(1.0), field).front().accepted);
    QVERIFY(!picker.judge(images(1), maps(1.0)).front().accepted);
}

void TestPicker::aNanIsNeverPicked() {
    const auto decision = decide(constantAssessor(0.9, 0.2, 0.1), byDensity(), std::nan(""));
    QVERIFY(!decision.accepted);
    auto picker = PseudoLabelPicker::create(constantAssessor(std::nan(""), 0.2, 0.1), byDensity()).value();
    QVERIFY(!picker.judge(images(1), maps(0.1)).front().accepted);
}

void TestPicker::judgingRecordsNoGradientAndSetsEval() {
    auto quality = constantAssessor(0.9, 0.2, 0.1);
    quality->train();
    const auto before = quality->named_buffers()["stage1.reduce_norm.running_mean"].clone();
    auto picker = PseudoLabelPicker::create(quality, byDensity()).value();
    const auto structures = maps(0.1).requires_grad_(true);
    QVERIFY(picker.judge(images(2), structures.expand({2, 1, 40, 40})).front().accepted);
    QVERIFY(!quality->is_training());
    QVERIFY(torch::equal(quality->named_buffers()["stage1.reduce_norm.running_mean"], before));
}

void TestPicker::otherThresholdsStandUntilTheJudgesGetTheirsBack() {
    // At a mean of 1e-4 the detector's score is 784; its own threshold is 5.
    auto picker = PseudoLabelPicker::create(constantAssessor(0.7, 0.2, 0.1), byDensity()).value();
    const auto judge = [&] {
        return picker.judge(images(1), maps(0.0)).front();
    };
    QVERIFY(!judge().qualityAccepted && !judge().structureAccepted);
    picker.setThresholds(PickThresholds{0.6, 1000.0});
    const auto decision = judge();
    QVERIFY(decision.accepted);
    QCOMPARE(decision.qualityThreshold, 0.6);
    QCOMPARE(decision.structureThreshold, 1000.0);
    QVERIFY(decision.reason.starts_with("Accepted: good 0.70 is above 0.60"));
    picker.setThresholds(std::nullopt);
    QVERIFY(!judge().qualityAccepted && !judge().structureAccepted);
}

void TestPicker::anotherStructureThresholdStandsInForTheDetectorsOwn() {
    PickOptions options;
    options.structureThreshold = 1000.0;
    const auto decision = decide(constantAssessor(0.9, 0.2, 0.1), byDensity(), 0.0, options);
    QVERIFY(decision.accepted); // the irregularity is 784
    QCOMPARE(decision.structureThreshold, 1000.0);
    options.structureThreshold = -1.0;
    QVERIFY(!PseudoLabelPicker::create(constantAssessor(0.9, 0.1, 0.1), byDensity(), options));
}

void TestPicker::thePhotographsDamageSpeaksAgainstItsRestoration() {
    PickOptions options;
    options.damageWeight = 0.3;
    QVERIFY(PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity(), options).error().code ==
            ErrorCode::ModelNotFound);
    auto picker =
        PseudoLabelPicker::create(constantAssessor(0.82, 0.2, 0.1), byDensity(), options, estimator()).value();
    const auto decisions = picker.judge(images(2), maps(0.1, 2), {}, {0.6, 0.4});
    QVERIFY(std::abs(decisions[0].good - 0.79) < 1e-5); // 0.82 - 0.3 (0.6 - 0.5)
    QVERIFY(std::abs(decisions[1].good - 0.85) < 1e-5);
    QVERIFY(!decisions[0].accepted && decisions[1].accepted);
    QCOMPARE(decisions[0].damage, 0.6);
    QCOMPARE(decisions[0].reason, std::string("The quality judge refused: good 0.79 at damage 0.60 is not above 0.80 "
                                              "(usable 0.20, reject 0.10)."));
}

void TestPicker::theEvidenceKeepsAProbabilityAProbability() {
    PickOptions options;
    options.damageWeight = 10.0;
    auto picker = PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity(), options, estimator()).value();
    const auto decisions = picker.judge(images(3), maps(0.1, 3), {}, {1.0, 0.01, std::nan("")});
    QCOMPARE(decisions[0].good, 0.0);
    QCOMPARE(decisions[1].good, 1.0);
    QVERIFY(!decisions[2].accepted);
}

void TestPicker::withoutWeightNobodyAsksForTheDamage() {
    const auto inside = torch::ones({2, 1, 64, 64});
    const auto photographs = torch::full({2, 3, 64, 64}, 0.5);
    auto without = PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity(), {}, estimator()).value();
    QVERIFY(without.damageOf(photographs, inside).empty());
    PickOptions options;
    options.damageWeight = 0.3;
    auto with = PseudoLabelPicker::create(constantAssessor(0.9, 0.2, 0.1), byDensity(), options, estimator()).value();
    const auto damage = with.damageOf(photographs, inside);
    QCOMPARE(damage.size(), std::size_t{2});
    QVERIFY(damage[0] >= 0.0 && damage[0] <= 1.0);
}

QTEST_APPLESS_MAIN(TestPicker)
#include "tst_picker.moc"
