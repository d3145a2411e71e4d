// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/fundus_degradation.h"
#include "methods/same/degradation_trainer.h"
#include "methods/same/judge_checkpoints.h"
#include "tiny_photographs.h"

#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace limpid;

namespace {

DegradationTrainingOptions small() {
    DegradationTrainingOptions options;
    options.network.inputSize = 64;
    options.network.widths = {8, 16};
    options.network.hidden = 16;
    options.epochs = 2;
    options.stepsPerEpoch = 30;
    options.batchSize = 8;
    options.learningRate = 1e-2;
    return options;
}

FundusDegradation veils(std::uint64_t seed) {
    return FundusDegradation(DegradationRanges::ofKinds({DegradationKind::Veil}, {0.0, 1.0}), seed);
}

} // namespace

class TestDegradationTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itLearnsToReadAVeil();
    void theSameSeedGivesTheSameWeightsAndTheFileKeepsThem();
    void stoppingBeforeAnEpochIsACancellation();
    void aNanNamesEpochAndBatch();
    void tooFewAndTooSmallImagesAreRefused();
};

void TestDegradationTrainer::itLearnsToReadAVeil() {
    auto options = small();
    options.epochs = 8;
    std::vector<double> losses;
    options.onEpoch = [&](int, double loss) {
        losses.push_back(loss);
    };
    auto training = veils(1), fresh = veils(2);
    auto trained = DegradationTrainer(options).train(tinyPhotographs(12, 64), training);
    QVERIFY(trained.has_value());
    QCOMPARE(losses.size(), std::size_t{8});
    QVERIFY(losses.back() < losses.front());
    const auto accuracy = measureEstimator(trained->estimator, tinyPhotographs(5, 64), fresh, 8);
    QCOMPARE(accuracy.images, std::int64_t{40});
    QVERIFY2(accuracy.correlation[4] > 0.6, qPrintable(QString::number(accuracy.correlation[4])));
    QCOMPARE(accuracy.correlation[0], 0.0); // no haze was drawn
}

void TestDegradationTrainer::theSameSeedGivesTheSameWeightsAndTheFileKeepsThem() {
    const auto set = tinyPhotographs(6, 64);
    auto options = small();
    options.epochs = 1;
    options.stepsPerEpoch = 3;
    const auto run = [&] {
        auto degradation = veils(1);
        return DegradationTrainer(options).train(set, degradation);
    };
    auto first = run(), second = run();
    QVERIFY(first && second);
    const auto seen = [&](DegradationEstimator& estimator) {
        const torch::NoGradGuard noGrad;
        return estimator->forward(set.images, set.fieldsOfView);
    };
    QVERIFY(torch::equal(seen(first->estimator), seen(second->estimator)));

    const QTemporaryDir folder;
    const auto file = std::filesystem::path(folder.path().toStdString()) / "estimator.safetensors";
    QVERIFY(saveDegradationEstimator(file, first->estimator).has_value());
    auto loaded = loadDegradationEstimator(file);
    QVERIFY(loaded.has_value());
    QVERIFY(torch::equal(seen(*loaded), seen(first->estimator)));
    QCOMPARE(loadQualityAssessor(file).error().code, ErrorCode::UnknownArchitecture);
}

void TestDegradationTrainer::stoppingBeforeAnEpochIsACancellation() {
    std::stop_source stop;
    stop.request_stop();
    auto degradation = veils(1);
    const auto trained = DegradationTrainer(small()).train(tinyPhotographs(4, 64), degradation, {}, stop.get_token());
    QVERIFY(!trained);
    QCOMPARE(trained.error().code, ErrorCode::Cancelled);
}

void TestDegradationTrainer::aNanNamesEpochAndBatch() {
    auto set = tinyPhotographs(4, 64);
    set.images.fill_(std::numeric_limits<float>::quiet_NaN());
    auto degradation = veils(1);
    const auto trained = DegradationTrainer(small()).train(set, degradation);
    QVERIFY(!trained);
    QCOMPARE(trained.error().code, ErrorCode::TrainingDiverged);
    QCOMPARE(trained.error().arguments.at(0), std::string("1"));
}

void TestDegradationTrainer::tooFewAndTooSmallImagesAreRefused() {
    auto degradation = veils(1);
    const auto few = DegradationTrainer(small()).train(tinyPhotographs(3, 64), degradation);
    QCOMPARE(few.error().code, ErrorCode::TooFewImages);
    const auto tiny = DegradationTrainer(small()).train(tinyPhotographs(6, 32), degradation);
    QCOMPARE(tiny.error().code, ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestDegradationTrainer)
#include "tst_degradation_trainer.moc"
