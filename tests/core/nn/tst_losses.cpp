// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/losses.h"
#include "nn/normalisation.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyPixelsInsideTheMaskCount();
    void anEmptyMaskGivesZeroAndNotNan();
    void crossEntropyIsTheTextbookValueAndSurvivesLargeLogits();
    void entropyOfACoinIsOneBit();
    void theLogErrorIsTheMeanOfEachImagesLogarithm();
    void instanceNormIsLibTorchsOwn();
};

void TestLosses::onlyPixelsInsideTheMaskCount() {
    const auto output = torch::tensor({1.0F, 2.0F, 30.0F, 40.0F}).view({1, 1, 2, 2});
    const auto mask = torch::tensor({1.0F, 1.0F, 0.0F, 0.0F}).view({1, 1, 2, 2});
    QCOMPARE(maskedL1(output, torch::zeros_like(output), mask).item<double>(), 1.5);
}

void TestLosses::anEmptyMaskGivesZeroAndNotNan() {
    const auto x = torch::ones({1, 3, 2, 2});
    QCOMPARE(maskedMean(x, torch::zeros({1, 1, 2, 2})).item<double>(), 0.0);
}

void TestLosses::crossEntropyIsTheTextbookValueAndSurvivesLargeLogits() {
    const auto mask = torch::ones({1, 1, 1, 1});
    const auto at = [&](double logit, double target) {
        return maskedCrossEntropy(torch::full({1, 1, 1, 1}, logit), torch::full({1, 1, 1, 1}, target), mask)
            .item<double>();
    };
    QVERIFY(std::abs(at(0.0, 1.0) - std::log(2.0)) < 1e-6);
    const double p = 1.0 / (1.0 + std::exp(-1.5));
    QVERIFY(std::abs(at(1.5, 0.3) - (-0.3 * std::log(p) - 0.7 * std::log(1.0 - p))) < 1e-6);
    QVERIFY(std::abs(at(200.0, 0.0) - 200.0) < 1e-3);
    QVERIFY(at(200.0, 1.0) < 1e-6);
}

void TestLosses::entropyOfACoinIsOneBit() {
    const auto mask = torch::ones({1, 1, 1, 1});
    QVERIFY(std::abs(maskedEntropy(torch::zeros({1, 1, 1, 1}), mask).item<double>() - 1.0) < 1e-6);
    QVERIFY(maskedEntropy(torch::full({1, 1, 1, 1}, 60.0), mask).item<double>() < 1e-6);
}

void TestLosses::theLogErrorIsTheMeanOfEachImagesLogarithm() {
    const auto target = torch::zeros({2, 3, 2, 2});
    auto output = torch::zeros({2, 3, 2, 2});
    output[0].fill_(0.1);
    output[1].fill_(0.2);
    auto mask = torch::ones({2, 1, 2, 2});
    // What lies outside of the field of view does not count.
    mask[1][0][0][0] = 0.0;
    output[1].select(1, 0).select(1, 0).fill_(9.0);
    const double expected = (std::log(0.01) + std::log(0.04)) / 2.0;
    QVERIFY(std::abs(maskedLogError(output, target, mask, 0.0).item<double>() - expected) < 1e-5);
    QVERIFY(std::abs(maskedLogError(target, target, mask, 1e-4).item<double>() - std::log(1e-4)) < 1e-5);
}

void TestLosses::instanceNormIsLibTorchsOwn() {
    torch::manual_seed(1);
    const auto x = torch::randn({2, 3, 5, 7}) * 3.0 + 1.0;
    const auto expected = torch::instance_norm(x, {}, {}, {}, {}, true, 0.1, 1e-5, false);
    QVERIFY(torch::allclose(instanceNorm(x), expected, 1e-4, 1e-5));
}

QTEST_APPLESS_MAIN(TestLosses)
#include "tst_losses.moc"
