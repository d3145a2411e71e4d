// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "drawn_fundus.h"

#include "metrics/structure_agreement.h"
#include "metrics/vessel_map.h"

#include <torch/utils.h>

#include <QtTest>

using namespace limpid;

class TestVesselMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void drawnVesselsAreFoundAndLittleElse_data();
    void drawnVesselsAreFoundAndLittleElse();
    void brightLinesAreNoVessels();
    void veilAndDimmingChangeLittle();
    void aDiscWithoutVesselsGivesAnEmptyMap();
    void strengthIsZeroOutsideTheFieldOfViewAndAtItsRim();
    void aQuarterTurnTurnsTheStrength();
    void hysteresisKeepsWeakPixelsOnlyWhereTheyTouchStrongOnes();
};

void TestVesselMap::drawnVesselsAreFoundAndLittleElse_data() {
    QTest::addColumn<int>("side");
    QTest::newRow("256") << 256;
    QTest::newRow("512") << 512;
}

void TestVesselMap::drawnVesselsAreFoundAndLittleElse() {
    QFETCH(int, side);
    const auto fundus = drawFundus(side, 0.25);
    const auto map = findVessels(fundus.image, fundus.fieldOfView);
    const auto agreement = structureAgreement(map, fundus.vessels, fundus.fieldOfView, 2);
    QVERIFY2(agreement.sensitivity.item<double>() > 0.9,
             qPrintable(QString::number(agreement.sensitivity.item<double>())));
    QVERIFY2(agreement.precision.item<double>() > 0.9, qPrintable(QString::number(agreement.precision.item<double>())));
}

void TestVesselMap::brightLinesAreNoVessels() {
    const auto fundus = drawFundus(256, -0.25);
    const auto map = findVessels(fundus.image, fundus.fieldOfView);
    QVERIFY((map * fundus.vessels).sum().item<double>() < 0.02 * fundus.vessels.sum().item<double>());
}

void TestVesselMap::veilAndDimmingChangeLittle() {
    const auto fundus = drawFundus(256, 0.25);
    const auto plain = findVessels(fundus.image, fundus.fieldOfView);
    const auto veiled = findVessels((fundus.image * 0.6 + 0.25) * fundus.fieldOfView, fundus.fieldOfView);
    const auto dim = findVessels(fundus.image * 0.5, fundus.fieldOfView);
    QVERIFY(structureAgreement(veiled, plain, {}, 1).dice.item<double>() > 0.95);
    QVERIFY(structureAgreement(dim, plain, {}, 1).dice.item<double>() > 0.95);
}

void TestVesselMap::aDiscWithoutVesselsGivesAnEmptyMap() {
    const auto fundus = drawFundus(256, 0.0);
    QVERIFY(findVessels(fundus.image, fundus.fieldOfView).sum().item<double>() <
            0.002 * fundus.fieldOfView.sum().item<double>());
    QCOMPARE(findVessels(torch::full({1, 3, 64, 64}, 0.5), {}).sum().item<double>(), 0.0);
    QCOMPARE(findVessels(fundus.image, torch::zeros_like(fundus.fieldOfView)).sum().item<double>(), 0.0);
}

void TestVesselMap::strengthIsZeroOutsideTheFieldOfViewAndAtItsRim() {
    const auto fundus = drawFundus(512, 0.25);
    const auto strength = vesselStrength(fundus.image, fundus.fieldOfView);
    QCOMPARE(strength.sizes(), fundus.fieldOfView.sizes());
    QCOMPARE((strength * (1 - fundus.fieldOfView)).abs().max().item<double>(), 0.0);
    // Two pixels from the rim, the disc's own edge would answer; beside it, 20 pixels in, vessels still do.
    const auto axis = torch::arange(512, torch::kFloat32) - 255.5;
    const auto radius = (axis.square().reshape({1, 1, 1, -1}) + axis.square().reshape({1, 1, -1, 1})).sqrt();
    QCOMPARE((strength * (radius > 0.48 * 512 - 2).to(torch::kFloat32)).max().item<double>(), 0.0);
    QVERIFY((strength * (radius > 0.48 * 512 - 20).to(torch::kFloat32)).max().item<double>() > 0.3);
    QVERIFY(strength.min().item<double>() >= 0.0);
}

void TestVesselMap::aQuarterTurnTurnsTheStrength() {
    const auto fundus = drawFundus(128, 0.25);
    const auto strength = vesselStrength(fundus.image, fundus.fieldOfView);
    const auto turned = vesselStrength(torch::rot90(fundus.image, 1, {2, 3}), fundus.fieldOfView);
    QVERIFY(torch::allclose(torch::rot90(strength, 1, {2, 3}), turned, 1e-3, 1e-4));
}

void TestVesselMap::hysteresisKeepsWeakPixelsOnlyWhereTheyTouchStrongOnes() {
    auto strength = torch::zeros({1, 1, 10, 10});
    auto row = strength[0][0];
    row[2].narrow(0, 0, 4).fill_(0.9); // strong
    row[2].narrow(0, 4, 3).fill_(0.5); // weak, touches
    row[7].narrow(0, 2, 3).fill_(0.5); // weak, alone
    row[9][9] = 0.1;                   // weaker than anything that counts
    VesselMapOptions options;
    options.strongShare = 0.04;
    options.weakShare = 0.11;
    const auto map = vesselMap(strength, {}, options);
    QCOMPARE(map.sum().item<double>(), 7.0);
    QCOMPARE(map[0][0][2].sum().item<double>(), 7.0);
}

QTEST_APPLESS_MAIN(TestVesselMap)
#include "tst_vessel_map.moc"
