// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/optical_blur.h"
#include "degradation/sensor_noise.h"
#include "degradation/separable_blur.h"
#include "synthetic_fundus.h"

#include <QtTest>

#include <cmath>

using namespace limpid;
using namespace limpid::test;

namespace {

torch::Tensor checkerboard(std::int64_t side) {
    const torch::Tensor index = torch::arange(side);
    return ((index.view({1, 1, 1, -1}) + index.view({1, 1, -1, 1})) % 2).to(torch::kFloat32).repeat({1, 3, 1, 1});
}

struct Moments {
    double mean;
    double variance;
    double neighbourCorrelation;
};

Moments momentsOf(const torch::Tensor& noise) {
    const torch::Tensor centred = noise - noise.mean();
    const double variance = centred.square().mean().item<double>();
    const std::int64_t width = noise.size(3) - 1;
    const double shared = (centred.narrow(3, 0, width) * centred.narrow(3, 1, width)).mean().item<double>();
    return {noise.mean().item<double>(), variance, shared / variance};
}

torch::Tensor grey(double value) {
    return torch::full({1, 3, 128, 128}, value, torch::kFloat32);
}

} // namespace

class TestBlurAndNoise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// getGaussianKernel(5, 2): exp(-d^2 / 8) for d = -2..2 over the sum.
    void wholeWindowsHaveTheWeightsOfOpenCv() {
        const std::vector<double> taps = blurTaps(5.0, 2.0, 2);
        const double sum = 1.0 + 2.0 * std::exp(-0.125) + 2.0 * std::exp(-0.5);
        QVERIFY(std::abs(taps[0] - std::exp(-0.5) / sum) < 1e-12);
        QVERIFY(std::abs(taps[1] - std::exp(-0.125) / sum) < 1e-12);
        QVERIFY(std::abs(taps[2] - 1.0 / sum) < 1e-12);
        QCOMPARE(taps[4], taps[0]);
    }

    void aFractionOfAPixelCountsByItsShare() {
        const std::vector<double> taps = blurTaps(2.0, 1e6, 1); // half of each neighbour
        QVERIFY(std::abs(taps[0] - 0.25) < 1e-9 && std::abs(taps[1] - 0.5) < 1e-9);
        QCOMPARE(blurTaps(0.5, 10.0, 1)[1], 1.0);
        QCOMPARE(blurRadius(1.0), 0);
        QCOMPARE(blurRadius(2.0), 1);
        QCOMPARE(blurRadius(3.0), 1);
        QCOMPARE(blurRadius(3.5), 2);
    }

    void aWindowOfTwoPixelsRemovesACheckerboardAndKeepsItsMean() {
        const torch::Tensor blurred = blurSeparably(checkerboard(32), {{2.0, 1.0, 1e6}});
        QVERIFY(largestDifference(blurred, torch::full({1, 3, 32, 32}, 0.5)) < 1e-6);
    }

    void anImpulseSpreadsAlongBothDirectionsByItsOwnWidths() {
        torch::Tensor image = torch::zeros({1, 1, 33, 33});
        image.index_put_({0, 0, 16, 16}, 1.0);
        const torch::Tensor blurred = blurSeparably(image, {{5.0, 3.0, 1e6}});
        QVERIFY(std::abs(blurred.sum().item<double>() - 1.0) < 1e-5);
        QVERIFY(std::abs(valueAt(blurred, 0, 0, 16, 16) - 1.0 / 15.0) < 1e-6);
        QVERIFY(std::abs(valueAt(blurred, 0, 0, 15, 14) - 1.0 / 15.0) < 1e-6);
        QVERIFY(std::abs(valueAt(blurred, 0, 0, 14, 16)) < 1e-7);
        QVERIFY(std::abs(valueAt(blurred, 0, 0, 16, 13)) < 1e-7);
    }

    void everySampleIsBlurredWithItsOwnWindow() {
        const torch::Tensor images = stripedFundus(2, 64);
        const torch::Tensor blurred = blurSeparably(images, {{1.0, 1.0, 5.0}, {5.0, 5.0, 5.0}});
        QVERIFY(largestDifference(blurred[0], images[0]) < 1e-6);
        QVERIFY(largestDifference(blurred[1], images[1]) > 0.05);
        const torch::Tensor alone = blurSeparably(images.narrow(0, 1, 1), {{5.0, 5.0, 5.0}});
        QVERIFY(largestDifference(blurred[1], alone[0]) < 1e-6);
    }

    /// The papers' pixels are those of a 512 px image: at 64 px a window of 7 is less than one pixel.
    void theBlursWindowShrinksWithTheImage() {
        const torch::Tensor small = stripedFundus(1, 64);
        QVERIFY(largestDifference(applyBlur(small, {{15.0, 7, 7}}), small) < 1e-6);
        const torch::Tensor large = stripedFundus(1, 512);
        const torch::Tensor expected = blurSeparably(large, {{7.0, 7.0, 15.0}});
        QVERIFY(largestDifference(applyBlur(large, {{15.0, 7, 7}}), expected) < 1e-6);
    }

    void readNoiseHasTheAskedVarianceAndIsWhite() {
        const Moments moments = momentsOf(applyNoise(grey(0.5), {{0.05, 0.0, 0.0, 11}}));
        QVERIFY(std::abs(moments.mean - 0.5) < 1e-3);
        QVERIFY(std::abs(moments.variance / 0.0025 - 1.0) < 0.03);
        QVERIFY(std::abs(moments.neighbourCorrelation) < 0.02);
    }

    void shotNoiseGrowsWithTheLight() {
        const double dark = momentsOf(applyNoise(grey(0.25), {{0.0, 0.08, 0.0, 12}})).variance;
        const double bright = momentsOf(applyNoise(grey(0.5), {{0.0, 0.08, 0.0, 12}})).variance;
        QVERIFY(std::abs(dark / (0.0064 * 0.25) - 1.0) < 0.03);
        QVERIFY(std::abs(bright / dark - 2.0) < 0.01);
    }

    /// Taps 1/4, 1/2, 1/4 give neighbours a correlation of 2 * (1/4 * 1/2) / (2/16 + 1/4) = 2/3.
    void correlatedNoiseKeepsItsVariance() {
        const Moments moments = momentsOf(applyNoise(grey(0.5), {{0.05, 0.0, 1.0, 13}}));
        QVERIFY(std::abs(moments.variance / 0.0025 - 1.0) < 0.05);
        QVERIFY(std::abs(moments.neighbourCorrelation - 2.0 / 3.0) < 0.03);
    }

    void aFieldDependsOnItsSeedAlone() {
        const torch::Tensor like = torch::empty({3, 1, 32, 32});
        const torch::Tensor fields = normalFields(like, {5, 6, 5});
        QVERIFY(torch::equal(fields[0], fields[2]));
        QVERIFY(!torch::equal(fields[0], fields[1]));
        QVERIFY(torch::equal(normalFields(like.narrow(0, 0, 1), {6})[0], fields[1]));
    }
};

QTEST_APPLESS_MAIN(TestBlurAndNoise)
#include "tst_blur_and_noise.moc"
