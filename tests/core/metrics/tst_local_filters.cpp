// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/local_filters.h"

#include <QtTest>

#include <cmath>
#include <vector>

using namespace limpid;

class TestLocalFilters : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aBlurredPointHasTheGaussiansVarianceAndKeepsItsSum();
    void aLocalMeanSeesOnlyWhatTheMaskShows();
    void aDilatedPointIsADisc();
    void dilationKeepsProbabilities();
    void anErodedMaskLosesItsRimButNotTheImageBorder();
    void theQuantileLeavesItsShareAtOrAboveIt();
    void theQuantileOfNothingIsInfinite();
};

void TestLocalFilters::aBlurredPointHasTheGaussiansVarianceAndKeepsItsSum() {
    auto point = torch::zeros({1, 1, 41, 41}, torch::kFloat64);
    point[0][0][20][20] = 1.0;
    const auto blurred = gaussianBlur(point, 2.0);
    QVERIFY(std::abs(blurred.sum().item<double>() - 1.0) < 1e-9);
    const auto x = torch::arange(41, torch::kFloat64) - 20.0;
    const double variance = (blurred[0][0].sum(0) * x.square()).sum().item<double>();
    QVERIFY(std::abs(variance - 4.0) < 0.12); // a little less than 4: cut off at 3 sigma
    QVERIFY(torch::allclose(blurred, blurred.transpose(2, 3)));
}

void TestLocalFilters::aLocalMeanSeesOnlyWhatTheMaskShows() {
    auto image = torch::full({1, 1, 20, 20}, 0.25, torch::kFloat64);
    auto mask = torch::ones_like(image);
    image.narrow(3, 10, 10).fill_(1.0);
    mask.narrow(3, 10, 10).fill_(0.0);
    const auto mean = maskedLocalMean(image, mask, 2.0);
    QVERIFY((mean.narrow(3, 0, 12) - 0.25).abs().max().item<double>() < 1e-9);
    QCOMPARE(mean.narrow(3, 18, 2).abs().max().item<double>(), 0.0);
}

void TestLocalFilters::aDilatedPointIsADisc() {
    auto point = torch::zeros({1, 1, 11, 11});
    point[0][0][5][5] = 1.0;
    QCOMPARE(dilateDisc(point, 0).sum().item<double>(), 1.0);
    QCOMPARE(dilateDisc(point, 1).sum().item<double>(), 5.0);  // a cross
    QCOMPARE(dilateDisc(point, 2).sum().item<double>(), 13.0); // x^2 + y^2 <= 4
    QCOMPARE(dilateDisc(point, 3).sum().item<double>(), 29.0);
    const auto disc = dilateDisc(point, 2);
    QCOMPARE(disc[0][0][3][5].item<float>(), 1.0F);
    QCOMPARE(disc[0][0][3][6].item<float>(), 0.0F);
}

void TestLocalFilters::dilationKeepsProbabilities() {
    auto points = torch::zeros({1, 1, 5, 5});
    points[0][0][2][1] = 0.3;
    points[0][0][2][3] = 0.7;
    const auto grown = dilateDisc(points, 1);
    QCOMPARE(grown[0][0][2][2].item<float>(), 0.7F);
    QCOMPARE(grown[0][0][1][1].item<float>(), 0.3F);
}

void TestLocalFilters::anErodedMaskLosesItsRimButNotTheImageBorder() {
    auto mask = torch::ones({1, 1, 9, 9});
    mask[0][0][4][4] = 0.0;
    const auto eroded = erodeDisc(mask, 2);
    QCOMPARE(eroded.sum().item<double>(), 81.0 - 13.0);
    QCOMPARE(eroded[0][0][0][0].item<float>(), 1.0F);
}

void TestLocalFilters::theQuantileLeavesItsShareAtOrAboveIt() {
    const auto values = torch::arange(100, torch::kFloat32).reshape({1, 1, 10, 10});
    const auto all = torch::ones_like(values);
    QCOMPARE(upperQuantile(values, all, 0.1).item<float>(), 90.0F);
    QCOMPARE(upperQuantile(values, all, 1.0).item<float>(), 0.0F);
    const auto lower = (values < 50).to(torch::kFloat32);
    QCOMPARE(upperQuantile(values, lower, 0.1).item<float>(), 45.0F);
}

void TestLocalFilters::theQuantileOfNothingIsInfinite() {
    const auto values = torch::ones({2, 1, 4, 4});
    auto mask = torch::ones_like(values);
    mask[1].fill_(0.0);
    const auto quantile = upperQuantile(values, mask, 0.5);
    QCOMPARE(quantile[0].item<float>(), 1.0F);
    QVERIFY(std::isinf(quantile[1].item<float>()));
}

QTEST_APPLESS_MAIN(TestLocalFilters)
#include "tst_local_filters.moc"
