// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/quality_trainer.h"

#include <torch/torch.h>

#include <QtTest>

using namespace limpid;

namespace {

/// Pulls every second image towards its own mean so strongly that little is left, and leaves the others alone.
class EverySecondFades final : public Degradation {
public:
    DegradedBatch apply(const torch::Tensor& images, const torch::Tensor& fieldOfView) override {
        auto faded = images.clone();
        for (std::int64_t i = 0; i < images.size(0); i += 2) {
            faded[i] = images[i] * 0.03 + 0.3;
        }
        DegradedBatch batch;
        batch.images = faded * fieldOfView;
        batch.severity = torch::zeros({images.size(0)});
        return batch;
    }
    std::string saveState() const override { return {}; }
    Result<void> restoreState(std::string_view) override { return {}; }
};

/// Images of bright and dark stripes, 40 px.
QualityTrainingSet stripes(std::int64_t count) {
    auto generator = at::detail::createCPUGenerator(7);
    const auto phase = at::rand({count, 3, 1, 1}, generator, torch::TensorOptions()) * 6.0;
    const auto across = torch::arange(40, torch::kFloat).view({1, 1, 1, 40}) * 0.5;
    QualityTrainingSet set;
    set.images = ((across + phase).sin() * 0.35 + 0.5).expand({count, 3, 40, 40}).contiguous();
    set.fieldsOfView = torch::ones({count, 1, 40, 40});
    return set;
}

QualityTrainingOptions small() {
    QualityTrainingOptions options;
    options.network.inputSize = 32;
    options.network.widths = {8, 8, 8};
    options.mixture.clean = 0.2;
    options.mixture.restored = 0.0;
    options.mixture.blended = 0.0;
    options.epochs = 3;
    options.stepsPerEpoch = 25;
    options.batchSize = 8;
    options.learningRate = 5e-3;
    return options;
}

} // namespace

class TestQualityTrainer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void classesFollowTheDocumentedBands();
    void aCleanImageIsGoodAndAFlatOneIsRejected();
    void aRestorationIsLabelledByItsTrueDistance();
    void theFieldOfViewTurnsWithItsImage();
    void itLearnsToTellFadedFromClear();
    void theSameSeedGivesTheSameWeights();
    void bytesAndFloatsTrainAlike();
    void stoppingBeforeAnEpochIsACancellation();
    void stoppingLaterKeepsTheBestSoFar();
    void aNanNamesEpochAndBatch();
    void tooFewImagesAreRefused();
};

void TestQualityTrainer::classesFollowTheDocumentedBands() {
    EverySecondFades degradation;
    const QualityExampleMaker maker({}, degradation, {}, 1);
    const auto classes = maker.classesOf(torch::tensor({0.0, 0.64, 0.66, 0.79, 0.81, 1.0}));
    QVERIFY(torch::equal(classes, torch::tensor({0, 0, 1, 1, 2, 2}, torch::kLong)));
}

void TestQualityTrainer::aCleanImageIsGoodAndAFlatOneIsRejected() {
    EverySecondFades degradation;
    QualityMixture mixture;
    mixture.clean = mixture.restored = mixture.blended = 0.0;
    QualityExampleMaker maker(mixture, degradation, {}, 1);
    const auto set = stripes(6);
    const auto examples = maker.make(set.images, set.fieldsOfView);
    QVERIFY(torch::equal(examples.classes, torch::tensor({2, 0, 2, 0, 2, 0}, torch::kLong)));
    QVERIFY(examples.severity.sizes() == torch::IntArrayRef({6, 1}));
}

void TestQualityTrainer::aRestorationIsLabelledByItsTrueDistance() {
    EverySecondFades degradation;
    QualityMixture mixture;
    mixture.clean = mixture.blended = 0.0;
    mixture.restored = 1.0;
    // A restorer that paints everything evenly grey makes smooth images, and bad ones.
    const auto flatten = [](const torch::Tensor& images) {
        return torch::full_like(images, 0.5);
    };
    QualityExampleMaker maker(mixture, degradation, flatten, 1);
    const auto set = stripes(4);
    const auto examples = maker.make(set.images, set.fieldsOfView);
    QVERIFY((examples.classes == 2).all().item<bool>());
    QVERIFY((examples.images == 0.5).all().item<bool>());
}

void TestQualityTrainer::theFieldOfViewTurnsWithItsImage() {
    EverySecondFades degradation;
    QualityMixture mixture;
    mixture.clean = 1.0;
    QualityExampleMaker maker(mixture, degradation, {}, 1);
    // Only the upper left quarter is inside, and bright: wherever it is turned to, a quarter stays bright.
    auto field = torch::zeros({8, 1, 32, 32});
    field.slice(2, 0, 16).slice(3, 0, 16).fill_(1.0);
    const auto examples = maker.make(field.expand({8, 3, 32, 32}).contiguous(), field);
    const auto brightShare = (examples.images > 0.5).to(torch::kFloat).mean({1, 2, 3});
    QVERIFY(torch::allclose(brightShare, torch::full({8}, 0.25)));
    const auto corners = (examples.images.slice(2, 0, 1).slice(3, 0, 1) > 0.5).sum().item<std::int64_t>();
    QVERIFY2(corners < 24, "no image was turned");
}

void TestQualityTrainer::itLearnsToTellFadedFromClear() {
    EverySecondFades degradation;
    const auto trained = QualityTrainer(small()).train(stripes(24), degradation);
    QVERIFY(trained.has_value());
    QCOMPARE(trained->report.epochs.size(), std::size_t{3});
    QVERIFY(trained->report.best.accuracy > 0.9);
    QVERIFY(trained->report.best.severityError < 0.25);
    QVERIFY(!trained->assessor->is_training());
    std::int64_t counted = 0;
    for (const auto& row : trained->report.confusion) {
        for (const auto cell : row) {
            counted += cell;
        }
    }
    QCOMPARE(counted, trained->report.heldOutImages * small().heldOutVariants);
}

void TestQualityTrainer::theSameSeedGivesTheSameWeights() {
    auto options = small();
    options.epochs = 1;
    options.stepsPerEpoch = 3;
    const auto run = [&] {
        EverySecondFades degradation;
        return QualityTrainer(options).train(stripes(8), degradation).value().assessor->parameters().front().clone();
    };
    const auto first = run();
    QVERIFY(torch::equal(first, run()));
    options.seed = 2;
    QVERIFY(!torch::equal(first, run()));
}

void TestQualityTrainer::bytesAndFloatsTrainAlike() {
    auto options = small();
    options.epochs = 1;
    options.stepsPerEpoch = 2;
    auto bytes = stripes(8);
    bytes.images = (bytes.images * 255.0).round().to(torch::kByte);
    bytes.fieldsOfView = (bytes.fieldsOfView * 255.0).to(torch::kByte);
    auto floats = bytes;
    floats.images = bytes.images.to(torch::kFloat) / 255.0;
    floats.fieldsOfView = torch::Tensor();
    EverySecondFades degradation;
    const auto fromBytes = QualityTrainer(options).train(bytes, degradation);
    const auto fromFloats = QualityTrainer(options).train(floats, degradation);
    QVERIFY(fromBytes.has_value() && fromFloats.has_value());
    QCOMPARE(fromBytes->report.best.heldOutLoss, fromFloats->report.best.heldOutLoss);
}

void TestQualityTrainer::stoppingBeforeAnEpochIsACancellation() {
    EverySecondFades degradation;
    std::stop_source source;
    source.request_stop();
    const auto trained = QualityTrainer(small()).train(stripes(8), degradation, {}, {}, source.get_token());
    QVERIFY(!trained);
    QVERIFY(trained.error().code == ErrorCode::Cancelled);
}

void TestQualityTrainer::stoppingLaterKeepsTheBestSoFar() {
    EverySecondFades degradation;
    std::stop_source source;
    auto options = small();
    options.stepsPerEpoch = 2;
    options.onEpoch = [&](const QualityEpoch&) {
        source.request_stop();
    };
    const auto trained = QualityTrainer(options).train(stripes(8), degradation, {}, {}, source.get_token());
    QVERIFY(trained.has_value());
    QVERIFY(trained->report.stopped);
    QCOMPARE(trained->report.epochs.size(), std::size_t{1});
}

void TestQualityTrainer::aNanNamesEpochAndBatch() {
    EverySecondFades degradation;
    auto options = small();
    options.mixture.clean = 0.0;
    options.mixture.restored = 1.0;
    const auto poison = [](const torch::Tensor& images) {
        return images * std::nan("");
    };
    const auto trained = QualityTrainer(options).train(stripes(8), degradation, poison);
    QVERIFY(!trained);
    QVERIFY(trained.error().code == ErrorCode::TrainingDiverged);
    QVERIFY(trained.error().arguments == (std::vector<std::string>{"1", "1", "loss"}));
}

void TestQualityTrainer::tooFewImagesAreRefused() {
    EverySecondFades degradation;
    const auto trained = QualityTrainer(small()).train(stripes(3), degradation);
    QVERIFY(!trained);
    QVERIFY(trained.error().code == ErrorCode::TooFewImages);
}

QTEST_APPLESS_MAIN(TestQualityTrainer)
#include "tst_quality_trainer.moc"
