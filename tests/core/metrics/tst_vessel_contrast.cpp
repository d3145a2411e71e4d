// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drawn_fundus.h"

#include "metrics/local_filters.h"
#include "metrics/vessel_contrast.h"

#include <torch/utils.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestVesselContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theContrastIsTheShareThatWasDrawn_data();
    void theContrastIsTheShareThatWasDrawn();
    void blurLowersTheIndexStepByStep();
    void hazeLowersTheIndexStepByStep();
    void noiseIsMeasuredAndLowersTheIndex();
    void brightnessDoesNotMatter();
    void itsOwnMapGivesNearlyTheSame();
    void withoutVesselsTheIndexIsZero();
};

void TestVesselContrast::theContrastIsTheShareThatWasDrawn_data() {
    QTest::addColumn<double>("depth");
    QTest::newRow("faint") << 0.05;
    QTest::newRow("clear") << 0.25;
    QTest::newRow("brighter than their surroundings") << -0.1;
}

void TestVesselContrast::theContrastIsTheShareThatWasDrawn() {
    QFETCH(double, depth);
    const auto fundus = drawFundus(256, depth);
    const auto contrast = vesselContrast(fundus.image, fundus.fieldOfView, fundus.vessels);
    QVERIFY2(std::abs(contrast.weber.item<double>() - depth) < 0.02 * std::abs(depth) + 0.005,
             qPrintable(QString::number(contrast.weber.item<double>())));
    QVERIFY(contrast.noise.item<double>() < 1e-3);
    QVERIFY(std::abs(contrast.index.item<double>() - contrast.weber.item<double>()) < 1e-3);
}

void TestVesselContrast::blurLowersTheIndexStepByStep() {
    const auto fundus = drawFundus(256, 0.25);
    for (const bool ownMap : {false, true}) {
        double last = 1.0;
        for (const double sigma : {0.3, 0.6, 1.0, 1.5, 2.0, 3.0}) {
            if (ownMap && sigma > 2.0) {
                break; // the faint vessels have left the image's own map by then
            }
            const auto blurred = gaussianBlur(fundus.image, sigma) * fundus.fieldOfView;
            const auto map = ownMap ? torch::Tensor() : fundus.vessels;
            const double index = vesselContrast(blurred, fundus.fieldOfView, map).index.item<double>();
            QVERIFY2(index < last,
                     qPrintable(QStringLiteral("sigma %1: %2, before %3").arg(sigma).arg(index).arg(last)));
            last = index;
        }
        QVERIFY(last < 0.12);
    }
}

void TestVesselContrast::hazeLowersTheIndexStepByStep() {
    const auto fundus = drawFundus(256, 0.25);
    for (const bool ownMap : {false, true}) {
        double last = 1.0;
        for (const double veil : {0.0, 0.2, 0.4, 0.6, 0.8}) {
            const auto hazy = (fundus.image * (1.0 - veil) + 0.7 * veil) * fundus.fieldOfView;
            const auto map = ownMap ? torch::Tensor() : fundus.vessels;
            const double index = vesselContrast(hazy, fundus.fieldOfView, map).index.item<double>();
            QVERIFY2(index < last, qPrintable(QStringLiteral("veil %1: %2, before %3").arg(veil).arg(index).arg(last)));
            last = index;
        }
        QVERIFY(last < 0.05);
    }
}

void TestVesselContrast::noiseIsMeasuredAndLowersTheIndex() {
    torch::manual_seed(7);
    const auto fundus = drawFundus(256, 0.1);
    const auto noise = torch::randn_like(fundus.image);
    // Noise that grows with the light is the same share of it everywhere.
    const auto noisy = fundus.image * (1.0 + 0.05 * noise);
    const auto contrast = vesselContrast(noisy, fundus.fieldOfView, fundus.vessels);
    QVERIFY2(std::abs(contrast.noise.item<double>() - 0.05) < 0.004,
             qPrintable(QString::number(contrast.noise.item<double>())));
    const auto clean = vesselContrast(fundus.image, fundus.fieldOfView, fundus.vessels);
    QVERIFY(contrast.index.item<double>() < 0.95 * clean.index.item<double>());
    QVERIFY(contrast.index.item<double>() < contrast.weber.item<double>());
    const auto noisier = fundus.image * (1.0 + 0.15 * noise);
    QVERIFY(vesselContrast(noisier, fundus.fieldOfView, fundus.vessels).index.item<double>() <
            contrast.index.item<double>());
}

void TestVesselContrast::brightnessDoesNotMatter() {
    const auto fundus = drawFundus(256, 0.25);
    const auto batch = torch::cat({fundus.image, fundus.image * 0.6});
    const auto index = vesselContrast(batch, fundus.fieldOfView, fundus.vessels).index;
    QCOMPARE(index.size(0), std::int64_t(2));
    QVERIFY(std::abs(index[0].item<double>() - index[1].item<double>()) < 1e-3);
}

void TestVesselContrast::itsOwnMapGivesNearlyTheSame() {
    const auto fundus = drawFundus(512, 0.25);
    const double drawn = vesselContrast(fundus.image, fundus.fieldOfView, fundus.vessels).index.item<double>();
    const double own = vesselContrast(fundus.image, fundus.fieldOfView).index.item<double>();
    QVERIFY2(std::abs(own - drawn) < 0.3 * drawn, qPrintable(QString::number(own)));
}

void TestVesselContrast::withoutVesselsTheIndexIsZero() {
    const auto flat = torch::full({1, 3, 64, 64}, 0.5);
    const auto contrast = vesselContrast(flat, {});
    QCOMPARE(contrast.index.item<double>(), 0.0);
    QCOMPARE(contrast.noise.item<double>(), 0.0);
    const auto nothing = vesselContrast(flat, torch::zeros({1, 1, 64, 64}));
    QCOMPARE(nothing.index.item<double>(), 0.0);
    QVERIFY(std::isfinite(nothing.noise.item<double>()));
}

QTEST_APPLESS_MAIN(TestVesselContrast)
#include "tst_vessel_contrast.moc"
