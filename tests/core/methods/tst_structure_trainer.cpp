// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/structure_augmentation.h"
#include "methods/same/structure_trainer.h"
#include "methods/same/training_support.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

/// Two thick slanting lines through each 32 px map.
torch::Tensor lines(std::int64_t count) {
    auto generator = at::detail::createCPUGenerator(5);
    const auto options = torch::TensorOptions().dtype(torch::kFloat);
    const auto x = torch::arange(32, torch::kFloat).view({1, 1, 1, 32});
    const auto y = torch::arange(32, torch::kFloat).view({1, 1, 32, 1});
    const auto offset = at::rand({count, 1, 1, 1}, generator, options) * 8.0;
    const auto first = (y - x * 0.5 - offset).abs() < 1.5;
    const auto second = (y + x * 0.5 - 24.0 - offset).abs() < 1.5;
    return first.logical_or(second).to(torch::kFloat);
}

StructureTrainingOptions small() {
    StructureTrainingOptions options;
    options.network.inputSize = 32;
    options.network.widths = {8, 8, 16};
    options.network.discriminatorWidths = {8, 8, 16};
    options.network.latentSize = 8;
    options.epochs = 2;
    options.stepsPerEpoch = 20;
    options.batchSize = 8;
    return options;
}

} // namespace

class TestStructureTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itLearnsToTellLinesFromEveryIrregularMap();
    void predictionsSetTheThreshold();
    void failuresOfTheModelAreLearntAndReported();
    void theSameSeedGivesTheSameWeights();
    void stoppingBeforeAnEpochIsACancellation();
    void tooFewMapsAreRefused();
    void everyIrregularMapIsAProbabilityMapAndRepeats();
    void irregularMapsAreWhatTheirNamesSay();
    void softeningAndTurningKeepTheRange();
    void theAreaUnderTheCurveCountsPairs();
    void splitsDoNotOverlap();
};

void TestStructureTrainer::itLearnsToTellLinesFromEveryIrregularMap() {
    int epochs = 0;
    auto options = small();
    options.onEpoch = [&](const StructureEpoch& epoch) {
        QCOMPARE(epoch.number, ++epochs);
    };
    const auto trained = StructureTrainer(options).train({lines(60), {}, {}, {}});
    QVERIFY(trained.has_value());
    const auto& report = trained->report;
    QCOMPARE(epochs, 2);
    QCOMPARE(report.trainingMaps, 48);
    QCOMPARE(report.heldOutMaps, 12);
    QVERIFY(report.regularRefused > 0.0 && report.regularRefused < 0.17);
    QVERIFY(report.epochs.back().reconstruction < report.epochs.front().reconstruction);
    QVERIFY2(report.meanAuc > 0.8, qPrintable(QString::number(report.meanAuc)));
    for (const auto& found : report.detection) {
        if (found.kind == IrregularKind::Faint) {
            QCOMPARE(found.refused, 1.0);
        }
    }
    QVERIFY(!trained->detector->is_training());
}

void TestStructureTrainer::predictionsSetTheThreshold() {
    auto options = small();
    options.epochs = 1;
    options.stepsPerEpoch = 3;
    // The source model draws its vessels at a third of the masks' strength. Calibrated on masks, these would be odd.
    const auto trained = StructureTrainer(options).train({lines(20), {}, lines(20) * 0.33, {}});
    QVERIFY(trained.has_value());
    QCOMPARE(trained->report.trainingMaps, 32);
    auto detector = trained->detector;
    const torch::NoGradGuard noGrad;
    const auto faint = detector->score(lines(8) * 0.33).density.mean().item<double>();
    const auto strong = detector->score(lines(8)).density.mean().item<double>();
    QVERIFY(faint < strong);
}

void TestStructureTrainer::failuresOfTheModelAreLearntAndReported() {
    auto generator = at::detail::createCPUGenerator(11);
    auto options = small();
    options.exposure.clear();
    StructureTrainingSet set{lines(40), {}, {}, {}};
    set.failures = makeIrregular(lines(40), IrregularKind::Shuffled, generator);
    const auto trained = StructureTrainer(options).train(set);
    QVERIFY(trained.has_value());
    const auto& report = trained->report;
    QVERIFY2(report.failureAuc > 0.8, qPrintable(QString::number(report.failureAuc)));
    QVERIFY(report.failuresRefused > report.regularRefused);

    set.failures = set.failures.narrow(0, 0, 3); // too few to learn from and to hold some out
    const auto without = StructureTrainer(options).train(set);
    QVERIFY(without.has_value());
    QCOMPARE(without->report.failureAuc, 0.0);
}

void TestStructureTrainer::theSameSeedGivesTheSameWeights() {
    auto options = small();
    options.epochs = 1;
    options.stepsPerEpoch = 3;
    const auto run = [&] {
        return StructureTrainer(options).train({lines(16), {}, {}, {}}).value().detector->parameters().front().clone();
    };
    const auto first = run();
    QVERIFY(torch::equal(first, run()));
    options.seed = 2;
    QVERIFY(!torch::equal(first, run()));
}

void TestStructureTrainer::stoppingBeforeAnEpochIsACancellation() {
    std::stop_source source;
    source.request_stop();
    const auto trained = StructureTrainer(small()).train({lines(16), {}, {}, {}}, {}, source.get_token());
    QVERIFY(!trained);
    QVERIFY(trained.error().code == ErrorCode::Cancelled);
}

void TestStructureTrainer::tooFewMapsAreRefused() {
    const auto trained = StructureTrainer(small()).train({lines(7), {}, {}, {}});
    QVERIFY(!trained);
    QVERIFY(trained.error().code == ErrorCode::TooFewImages);
}

void TestStructureTrainer::everyIrregularMapIsAProbabilityMapAndRepeats() {
    const auto regular = lines(4);
    for (const auto kind : allIrregularKinds) {
        auto generator = at::detail::createCPUGenerator(9);
        const auto first = makeIrregular(regular, kind, generator);
        QVERIFY(first.sizes() == regular.sizes());
        QVERIFY(((first >= 0.0) & (first <= 1.0)).all().item<bool>());
        QVERIFY2((first - regular).abs().mean().item<double>() > 0.02, irregularKindName(kind).data());
        auto again = at::detail::createCPUGenerator(9);
        QVERIFY(torch::equal(first, makeIrregular(regular, kind, again)));
    }
}

void TestStructureTrainer::irregularMapsAreWhatTheirNamesSay() {
    const auto regular = lines(6);
    auto generator = at::detail::createCPUGenerator(9);
    const auto make = [&](IrregularKind kind) {
        return makeIrregular(regular, kind, generator);
    };
    const auto mean = regular.mean().item<double>();
    QVERIFY((make(IrregularKind::Broken) <= regular).all().item<bool>());
    QVERIFY(make(IrregularKind::Erased).mean().item<double>() < 0.8 * mean);
    QVERIFY(make(IrregularKind::Flooded).mean().item<double>() > 1.5 * mean);
    QVERIFY((make(IrregularKind::Speckled) >= regular).all().item<bool>());
    QVERIFY(std::abs(make(IrregularKind::Shuffled).mean().item<double>() - mean) < 1e-6);
    QVERIFY(make(IrregularKind::Faint).mean().item<double>() < 0.16 * mean);
}

void TestStructureTrainer::softeningAndTurningKeepTheRange() {
    auto generator = at::detail::createCPUGenerator(9);
    const auto maps = lines(8);
    const auto turned = varyGeometry(maps, generator);
    const auto soft = soften(turned, generator);
    QVERIFY(turned.sizes() == maps.sizes() && soft.sizes() == maps.sizes());
    QVERIFY(((soft >= 0.0) & (soft <= 1.0)).all().item<bool>());
    // Turned and shifted, and still about as much of it: 0.8 to 1.2 times as large is 0.64 to 1.44 of the area.
    const auto ratio = (turned.mean() / maps.mean()).item<double>();
    QVERIFY(ratio > 0.6 && ratio < 1.5);
    QVERIFY(!torch::equal(turned, maps));
}

void TestStructureTrainer::theAreaUnderTheCurveCountsPairs() {
    // Pairs (negative, positive): 1<2, 1<3, 3>2 lost, 3=3 half: (1 + 1 + 0 + 0.5) / 4.
    QCOMPARE(areaUnderCurve(torch::tensor({1.0, 3.0}), torch::tensor({2.0, 3.0})), 0.625);
}

void TestStructureTrainer::splitsDoNotOverlap() {
    auto generator = at::detail::createCPUGenerator(1);
    const auto split = splitIndices(10, 0.3, 100, generator);
    QCOMPARE(split.heldOut.size(0), 3);
    const auto all = std::get<0>(torch::cat({split.training, split.heldOut}).sort());
    QVERIFY(torch::equal(all, torch::arange(10)));
    QCOMPARE(splitIndices(10, 0.9, 4, generator).heldOut.size(0), 4);
    QCOMPARE(splitIndices(10, 0.0, 4, generator).heldOut.size(0), 1);
}

QTEST_APPLESS_MAIN(TestStructureTrainer)
#include "tst_structure_trainer.moc"
