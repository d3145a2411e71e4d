// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/psnr.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestPsnr : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aConstantErrorHasItsPsnrByHand();
    void onlyTheMaskedPixelsCount();
    void identicalImagesGiveInfinityAndAnEmptyMaskGivesNaN();
    void theScaleOfTheLevelsDoesNotMatter();
    void theGradientIsTheOneOfTheFormula();
};

void TestPsnr::aConstantErrorHasItsPsnrByHand() {
    const auto a = torch::zeros({2, 3, 4, 5});
    const auto b = torch::cat({torch::full({1, 3, 4, 5}, 0.1), torch::full({1, 3, 4, 5}, 0.01)});
    const auto value = psnr(a, b);
    QCOMPARE(value.dim(), 1);
    QVERIFY(std::abs(value[0].item<double>() - 20.0) < 1e-4);
    QVERIFY(std::abs(value[1].item<double>() - 40.0) < 1e-4);
}

void TestPsnr::onlyTheMaskedPixelsCount() {
    const auto a = torch::zeros({1, 3, 2, 2}, torch::kFloat64);
    auto b = torch::zeros({1, 3, 2, 2}, torch::kFloat64);
    b[0][0][0][0] = 0.3; // red of the first pixel
    b[0][1][0][1] = 0.6; // green of the second
    b[0][2][1][1] = 1.0; // outside of the mask
    auto mask = torch::zeros({1, 1, 2, 2});
    mask[0][0][0][0] = 1.0;
    mask[0][0][0][1] = 1.0;
    // (0.09 + 0.36) over two pixels of three channels.
    QVERIFY(std::abs(meanSquaredError(a, b, mask).item<double>() - 0.45 / 6.0) < 1e-12);
    QVERIFY(std::abs(psnr(a, b, mask).item<double>() - 10.0 * std::log10(6.0 / 0.45)) < 1e-9);
    QVERIFY(std::abs(meanSquaredError(a, b).item<double>() - 1.45 / 12.0) < 1e-12);
}

void TestPsnr::identicalImagesGiveInfinityAndAnEmptyMaskGivesNaN() {
    const auto a = torch::rand({1, 3, 4, 4});
    const double identical = psnr(a, a.clone()).item<double>();
    QVERIFY(std::isinf(identical) && identical > 0.0);
    QVERIFY(std::isnan(psnr(a, a + 0.1, torch::zeros({1, 1, 4, 4})).item<double>()));
}

void TestPsnr::theScaleOfTheLevelsDoesNotMatter() {
    const auto a = torch::arange(48, torch::kFloat64).reshape({1, 3, 4, 4}) / 47.0;
    const auto b = a.square();
    QVERIFY(std::abs(psnr(a, b).item<double>() - psnr(a * 255, b * 255, {}, 255.0).item<double>()) < 1e-9);
}

void TestPsnr::theGradientIsTheOneOfTheFormula() {
    const auto b = torch::arange(48, torch::kFloat64).reshape({1, 3, 4, 4}) / 47.0;
    const auto a = (b.square() + 0.1).set_requires_grad(true);
    psnr(a, b).sum().backward();
    // d/da of -10 log10(mean((a-b)^2)) = -10 / ln 10 * 2 (a-b) / sum((a-b)^2)
    const auto difference = (a - b).detach();
    const auto expected = difference * (-20.0 / std::log(10.0)) / difference.square().sum();
    QVERIFY(torch::allclose(a.grad(), expected, 1e-9, 1e-12));
}

QTEST_APPLESS_MAIN(TestPsnr)
#include "tst_psnr.moc"
