// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/restoration_guard.h"

#include "constant_assessor.h"
#include "tiny_clinic.h"

#include <QTest>

using namespace limpid;

class TestRestorationGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anExpectedGainIsTaken();
    void anExpectedLossIsNot();
    void aResultWithoutTheVesselsIsNotTaken();
    void aResultOfAnotherColourIsNotTaken();
    void everyImageHasItsOwnVerdict();
    void aResultThatLeavesMoreOfTheVeilIsNotTaken();
    void aResultWithIrregularVesselsIsNotTaken();
};

namespace {

constexpr std::int64_t side = 128;

RestorationGuard expecting(double gain, StructureDetector structure = StructureDetector{nullptr},
                           DegradationEstimator estimator = DegradationEstimator{nullptr}) {
    auto forecast = ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 20.0, 20.0}, gain}));
    return {std::move(*forecast), {constantAssessor(0.7, 0.2, 0.1), structure, estimator}};
}

torch::Tensor photographs(std::int64_t count) {
    return tinyClinic(count, side).images.to(torch::kFloat) / 255.0;
}

/// A restoration without a vessel in its structure map.
Restored restored(const torch::Tensor& images) {
    return {images, torch::zeros({images.size(0), 1, side, side})};
}

torch::Tensor everywhere(std::int64_t count) {
    return torch::ones({count, 1, side, side});
}

} // namespace

void TestRestorationGuard::anExpectedGainIsTaken() {
    const auto images = photographs(1);
    const auto verdict =
        expecting(0.8).decide(images, restored(images), restored(images * 1.01), everywhere(1)).front();
    QCOMPARE(verdict.choice, GuardChoice::Adapted);
    QVERIFY(std::abs(verdict.forecast - 0.8) < 1e-9);
    QVERIFY(std::abs(verdict.goodAdapted - 0.7) < 1e-5);
}

void TestRestorationGuard::anExpectedLossIsNot() {
    const auto images = photographs(1);
    const auto verdict =
        expecting(-0.5).decide(images, restored(images), restored(images * 1.01), everywhere(1)).front();
    QCOMPARE(verdict.choice, GuardChoice::Source);
    QCOMPARE(verdict.reason, GuardReason::NoGain);
}

void TestRestorationGuard::aResultWithoutTheVesselsIsNotTaken() {
    const auto images = photographs(1);
    const auto flat = images.mean({2, 3}, true).expand_as(images).contiguous();
    QCOMPARE(expecting(0.8).decide(images, restored(images), restored(flat), everywhere(1)).front().reason,
             GuardReason::LosesVessels);
}

void TestRestorationGuard::aResultOfAnotherColourIsNotTaken() {
    const auto images = photographs(1);
    QCOMPARE(expecting(0.8)
                 .decide(images, restored(images), restored(images.flip(1).contiguous()), everywhere(1))
                 .front()
                 .reason,
             GuardReason::ImplausibleColour);
}

void TestRestorationGuard::everyImageHasItsOwnVerdict() {
    const auto images = photographs(2);
    auto adapted = images.clone();
    adapted[1] = images[1].mean({1, 2}, true).expand_as(images[1]);
    const auto verdicts = expecting(0.8).decide(images, restored(images), restored(adapted), everywhere(2));
    QCOMPARE(verdicts.size(), std::size_t{2});
    QCOMPARE(verdicts[0].choice, GuardChoice::Adapted);
    QCOMPARE(verdicts[1].choice, GuardChoice::Source);
}

void TestRestorationGuard::aResultThatLeavesMoreOfTheVeilIsNotTaken() {
    torch::manual_seed(5);
    DegradationEstimator estimator(DegradationEstimatorConfig{64, {4, 4}, 4});
    const auto images = photographs(1);
    const auto other = images * 0.9;
    const torch::NoGradGuard noGrad;
    estimator->eval();
    const auto veilOf = [&](const torch::Tensor& image) {
        return asSeverities(estimator->forward(image, everywhere(1))[0]).veil;
    };
    // So that it finds more of a veil in the first of the two.
    estimator->named_parameters()["estimate.weight"].mul_(1.0 / (veilOf(images) - veilOf(other)));
    const auto more = restored(images);
    const auto less = restored(other);
    auto guard = expecting(0.8, StructureDetector{nullptr}, estimator);
    const auto added = guard.decide(images, less, more, everywhere(1)).front();
    QCOMPARE(added.reason, GuardReason::LeavesVeil);
    QCOMPARE(added.choice, GuardChoice::Source);
    QVERIFY(std::abs(added.veilAdded - 1.0) < 1e-3);
    const auto lifted = guard.decide(images, more, less, everywhere(1)).front();
    QCOMPARE(lifted.reason, GuardReason::Gains);
    QVERIFY(std::abs(lifted.veilAdded + 1.0) < 1e-3);
    QCOMPARE(guard.decide(images, more, more, everywhere(1)).front().veilAdded, 0.0);
}

void TestRestorationGuard::aResultWithIrregularVesselsIsNotTaken() {
    torch::manual_seed(3);
    StructureDetector judge(StructureDetectorConfig{32, {4, 4}, {4, 4}, 2, 4, 1.0});
    judge->eval();
    auto regular = torch::zeros({8, 1, side, side});
    regular.slice(2, 20, 24) = 1.0;
    for (std::int64_t i = 0; i < 8; ++i)
        regular[i].slice(2, 10 * i, 10 * i + 6) = 1.0;
    const auto maps = judge->prepare(regular);
    judge->calibrate(maps.slice(0, 0, 4), maps.slice(0, 4, 8));
    const auto images = photographs(1);
    const Restored sound{images, regular.slice(0, 4, 5)};
    const Restored flooded{images, torch::ones({1, 1, side, side})};
    auto guard = expecting(0.8, judge);
    QCOMPARE(guard.decide(images, sound, sound, everywhere(1)).front().reason, GuardReason::Gains);
    QCOMPARE(guard.decide(images, sound, flooded, everywhere(1)).front().reason, GuardReason::IrregularVessels);
    // What the source model draws as irregularly is no sign against the adapted one.
    QCOMPARE(guard.decide(images, flooded, flooded, everywhere(1)).front().reason, GuardReason::Gains);
}

QTEST_APPLESS_MAIN(TestRestorationGuard)
#include "tst_restoration_guard.moc"
