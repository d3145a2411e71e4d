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
};

namespace {

constexpr std::int64_t side = 128;

RestorationGuard expecting(double gain) {
    auto forecast = ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 20.0, 20.0}, gain}));
    return {std::move(*forecast), constantAssessor(0.7, 0.2, 0.1)};
}

torch::Tensor photographs(std::int64_t count) {
    return tinyClinic(count, side).images.to(torch::kFloat) / 255.0;
}

torch::Tensor everywhere(std::int64_t count) {
    return torch::ones({count, 1, side, side});
}

} // namespace

void TestRestorationGuard::anExpectedGainIsTaken() {
    const auto images = photographs(1);
    const auto verdict = expecting(0.8).decide(images, images, images * 1.01, everywhere(1)).front();
    QCOMPARE(verdict.choice, GuardChoice::Adapted);
    QVERIFY(std::abs(verdict.forecast - 0.8) < 1e-9);
    QVERIFY(std::abs(verdict.goodAdapted - 0.7) < 1e-5);
}

void TestRestorationGuard::anExpectedLossIsNot() {
    const auto images = photographs(1);
    const auto verdict = expecting(-0.5).decide(images, images, images * 1.01, everywhere(1)).front();
    QCOMPARE(verdict.choice, GuardChoice::Source);
    QCOMPARE(verdict.reason, GuardReason::NoGain);
}

void TestRestorationGuard::aResultWithoutTheVesselsIsNotTaken() {
    const auto images = photographs(1);
    const auto flat = images.mean({2, 3}, true).expand_as(images).contiguous();
    QCOMPARE(expecting(0.8).decide(images, images, flat, everywhere(1)).front().reason, GuardReason::LosesVessels);
}

void TestRestorationGuard::aResultOfAnotherColourIsNotTaken() {
    const auto images = photographs(1);
    QCOMPARE(expecting(0.8).decide(images, images, images.flip(1).contiguous(), everywhere(1)).front().reason,
             GuardReason::ImplausibleColour);
}

void TestRestorationGuard::everyImageHasItsOwnVerdict() {
    const auto images = photographs(2);
    auto adapted = images.clone();
    adapted[1] = images[1].mean({1, 2}, true).expand_as(images[1]);
    const auto verdicts = expecting(0.8).decide(images, images, adapted, everywhere(2));
    QCOMPARE(verdicts.size(), std::size_t{2});
    QCOMPARE(verdicts[0].choice, GuardChoice::Adapted);
    QCOMPARE(verdicts[1].choice, GuardChoice::Source);
}

QTEST_APPLESS_MAIN(TestRestorationGuard)
#include "tst_restoration_guard.moc"
