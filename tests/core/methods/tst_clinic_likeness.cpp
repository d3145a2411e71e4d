// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/clinic_likeness.h"

#include <torch/torch.h>

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestClinicLikeness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void distancesAreThoseWorkedOutByHand();
    void morePhotographsOfTheSameClinicAreLikeIt();
    void whatDiffersInOneStatisticIsUnlike();
    void aStatisticCountsByItsSpread();
};

void TestClinicLikeness::distancesAreThoseWorkedOutByHand() {
    // Spread sqrt(2/3) of 0, 1, 2; nearest others 1, 1, 1; nearest imitations 3, 2, 1 with the median 2.
    const auto clinic = torch::tensor({0.0F, 1.0F, 2.0F}).view({3, 1});
    QVERIFY(std::abs(unlikeness(clinic, torch::tensor({3.0F}).view({1, 1})) - 2.0) < 1e-4);
    QVERIFY(unlikeness(clinic, clinic) < 1e-4);
}

void TestClinicLikeness::morePhotographsOfTheSameClinicAreLikeIt() {
    torch::manual_seed(1);
    const double unlike = unlikeness(torch::randn({40, 5}), torch::randn({40, 5}));
    QVERIFY2(unlike > 0.7 && unlike < 1.3, qPrintable(QString::number(unlike)));
}

void TestClinicLikeness::whatDiffersInOneStatisticIsUnlike() {
    torch::manual_seed(2);
    auto imitations = torch::randn({40, 5});
    imitations.select(1, 3) += 6.0;
    QVERIFY(unlikeness(torch::randn({40, 5}), imitations) > 2.0);
}

void TestClinicLikeness::aStatisticCountsByItsSpread() {
    torch::manual_seed(3);
    auto scale = torch::ones({5});
    scale[2] = 20.0;
    const auto clinic = torch::randn({40, 5});
    const auto imitations = torch::randn({30, 5});
    QVERIFY(std::abs(unlikeness(clinic * scale, imitations * scale) - unlikeness(clinic, imitations)) < 1e-3);
}

QTEST_APPLESS_MAIN(TestClinicLikeness)
#include "tst_clinic_likeness.moc"
