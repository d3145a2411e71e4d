// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "methods/same/source_trainer.h"
#include "tiny_clinic.h"

#include <QtTest>

using namespace limpid;

namespace {

SourceTrainingOptions shortTraining(int64_t steps) {
    SourceTrainingOptions options;
    options.steps = steps;
    options.batchSize = 2;
    options.cropSize = 32;
    options.shortestSide = 32;
    options.learningRate = 2e-3;
    options.averagingDecay = 0.9;
    options.evaluateEvery = steps;
    return options;
}

DegradationFactory darkening() {
    return [](std::uint64_t seed) {
        DegradationRanges ranges;
        ranges.extras.darkening = 1.0;
        ranges.darkening = {0.4, 0.5};
        return std::make_unique<FundusDegradation>(ranges, seed);
    };
}

CropSource source() {
    const auto clinic = tinyClinic(4, 32);
    return {clinic.images, clinic.fieldOfView, {}, {}};
}

} // namespace

class TestSourceTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itLearnsToUndoASimpleDegradation();
    void itLearnsWhereTheVesselsAre();
    void theSameSeedGivesTheSameWeights();
    void stoppingIsSaidAndLeavesANetwork();
};

void TestSourceTrainer::itLearnsToUndoASimpleDegradation() {
    torch::manual_seed(1);
    StructurePreservingUnet network(tinyUnet());
    SourceTrainer trainer(shortTraining(60), source(), source(), darkening(), darkening());
    const auto result = trainer.train(network, {}, {}, {});
    QVERIFY2(result.has_value(), result ? "" : englishSentence(result.error()).c_str());
    QVERIFY2(result->psnr > result->inputPsnr + 3.0,
             qPrintable(QStringLiteral("%1 dB from %2 dB").arg(result->psnr).arg(result->inputPsnr)));
}

void TestSourceTrainer::itLearnsWhereTheVesselsAre() {
    torch::manual_seed(1);
    auto annotated = source();
    std::vector<torch::Tensor> vessels;
    for (int64_t i = 0; i < annotated.images.size(0); ++i)
        vessels.push_back(tinyVessel(i, 32).ge(0.5).to(torch::kUInt8).unsqueeze(0));
    annotated.structures = torch::stack(vessels);
    annotated.hasStructure = torch::ones({annotated.images.size(0)}, torch::kBool);
    StructurePreservingUnet network(tinyUnet());
    auto options = shortTraining(200);
    options.structureWeight = 0.5;
    options.logErrorWeight = 0.0; // it drowns the structures in so few steps
    SourceTrainer trainer(options, annotated, annotated, darkening(), darkening());
    const auto result = trainer.train(network, {}, {}, {});
    QVERIFY2(result.has_value(), result ? "" : englishSentence(result.error()).c_str());
    QVERIFY2(result->vesselDice > 0.6, qPrintable(QStringLiteral("Dice %1").arg(result->vesselDice)));
}

void TestSourceTrainer::theSameSeedGivesTheSameWeights() {
    const auto train = [] {
        torch::manual_seed(2);
        StructurePreservingUnet network(tinyUnet());
        SourceTrainer trainer(shortTraining(3), source(), source(), darkening(), darkening());
        static_cast<void>(trainer.train(network, {}, {}, {}));
        return torch::cat({network->parameters().front().flatten(), network->parameters().back().flatten()});
    };
    QVERIFY(torch::equal(train(), train()));
}

void TestSourceTrainer::stoppingIsSaidAndLeavesANetwork() {
    std::stop_source stop;
    stop.request_stop();
    StructurePreservingUnet network(tinyUnet());
    SourceTrainer trainer(shortTraining(3), source(), source(), darkening(), darkening());
    const auto result = trainer.train(network, {}, {}, stop.get_token());
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Cancelled);
}

QTEST_APPLESS_MAIN(TestSourceTrainer)
#include "tst_source_trainer.moc"
