// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/structure_agreement.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

namespace {

bool near(const torch::Tensor& value, double expected) {
    return std::abs(value.item<double>() - expected) < 1e-6;
}

/// A vertical line of width `wide` at column `at` in a 16x16 image.
torch::Tensor line(std::int64_t at, std::int64_t wide) {
    auto map = torch::zeros({1, 1, 16, 16});
    map.narrow(3, at, wide).fill_(1.0);
    return map;
}

} // namespace

class TestStructureAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void overlapsCountedByHand();
    void probabilitiesCountByTheirShare();
    void onlyTheFieldOfViewCounts();
    void aLineWithinReachIsFoundAndOneBeyondIsNot();
    void aWidenedVesselIsNoInventionWithinReach();
    void anInventedVesselCostsPrecisionOnly();
    void emptyMapsAgreeAndNothingIsDividedByZero();
    void everyImageOfABatchHasItsOwnValue();
    void theGradientAgreesWithFiniteDifferences();
};

void TestStructureAgreement::overlapsCountedByHand() {
    auto found = torch::zeros({1, 1, 2, 4});
    auto expected = torch::zeros({1, 1, 2, 4});
    found[0][0][0].narrow(0, 0, 3).fill_(1.0);    // columns 0 1 2
    expected[0][0][0].narrow(0, 1, 3).fill_(1.0); // columns 1 2 3
    expected[0][0][1][0] = 1.0;
    const auto agreement = structureAgreement(found, expected);
    QVERIFY(near(agreement.precision, 2.0 / 3.0));
    QVERIFY(near(agreement.sensitivity, 2.0 / 4.0));
    QVERIFY(near(agreement.dice, 4.0 / 7.0));
    QVERIFY(near(agreement.iou, 2.0 / 5.0));
}

void TestStructureAgreement::probabilitiesCountByTheirShare() {
    const auto found = torch::tensor({0.8F, 0.4F}).reshape({1, 1, 1, 2});
    const auto expected = torch::tensor({1.0F, 0.0F}).reshape({1, 1, 1, 2});
    const auto agreement = structureAgreement(found, expected);
    QVERIFY(near(agreement.precision, 0.8 / 1.2));
    QVERIFY(near(agreement.sensitivity, 0.8));
    QVERIFY(near(agreement.dice, 1.6 / 2.2));
}

void TestStructureAgreement::onlyTheFieldOfViewCounts() {
    const auto found = line(3, 1) + line(12, 1);
    auto mask = torch::ones({1, 1, 16, 16});
    mask.narrow(3, 8, 8).fill_(0.0);
    QVERIFY(near(structureAgreement(found, line(3, 1)).precision, 0.5));
    QVERIFY(near(structureAgreement(found, line(3, 1), mask).precision, 1.0));
}

void TestStructureAgreement::aLineWithinReachIsFoundAndOneBeyondIsNot() {
    const auto near2 = structureAgreement(line(5, 1), line(7, 1), {}, 2);
    QVERIFY(near(near2.dice, 1.0) && near(near2.precision, 1.0) && near(near2.sensitivity, 1.0));
    const auto beyond = structureAgreement(line(5, 1), line(8, 1), {}, 2);
    QVERIFY(near(beyond.dice, 0.0) && near(beyond.iou, 0.0));
}

void TestStructureAgreement::aWidenedVesselIsNoInventionWithinReach() {
    const auto strict = structureAgreement(line(4, 5), line(6, 1));
    QVERIFY(near(strict.precision, 0.2));
    const auto tolerant = structureAgreement(line(4, 5), line(6, 1), {}, 2);
    QVERIFY(near(tolerant.precision, 1.0));
}

void TestStructureAgreement::anInventedVesselCostsPrecisionOnly() {
    const auto agreement = structureAgreement(line(3, 1) + line(12, 1), line(3, 1), {}, 2);
    QVERIFY(near(agreement.precision, 0.5));
    QVERIFY(near(agreement.sensitivity, 1.0));
    QVERIFY(near(agreement.dice, 2.0 / 3.0));
    QVERIFY(near(agreement.iou, 0.5));
}

void TestStructureAgreement::emptyMapsAgreeAndNothingIsDividedByZero() {
    const auto empty = torch::zeros({1, 1, 16, 16});
    const auto both = structureAgreement(empty, empty, {}, 1);
    QVERIFY(near(both.dice, 1.0) && near(both.iou, 1.0));
    const auto lost = structureAgreement(empty, line(3, 1));
    QVERIFY(near(lost.precision, 1.0) && near(lost.sensitivity, 0.0) && near(lost.dice, 0.0));
    const auto invented = structureAgreement(line(3, 1), empty);
    QVERIFY(near(invented.precision, 0.0) && near(invented.sensitivity, 1.0) && near(invented.dice, 0.0));
}

void TestStructureAgreement::everyImageOfABatchHasItsOwnValue() {
    const auto agreement =
        structureAgreement(torch::cat({line(3, 1), line(4, 2)}), torch::cat({line(3, 1), line(5, 1)}));
    QCOMPARE(agreement.dice.size(0), std::int64_t(2));
    QVERIFY(near(agreement.dice[0], 1.0));
    QVERIFY(near(agreement.dice[1], 2.0 / 3.0));
}

void TestStructureAgreement::theGradientAgreesWithFiniteDifferences() {
    const auto expected = line(3, 2).to(torch::kFloat64);
    const auto start = (torch::arange(256, torch::kFloat64).reshape({1, 1, 16, 16}) * 0.37).sin().square();
    const auto found = start.clone().set_requires_grad(true);
    structureAgreement(found, expected, {}, 1).dice.sum().backward();
    const double step = 1e-6;
    for (const std::int64_t index : {3, 52, 120}) {
        auto delta = torch::zeros_like(start);
        delta.view(-1)[index] = step;
        const double slope = (structureAgreement(start + delta, expected, {}, 1).dice -
                              structureAgreement(start - delta, expected, {}, 1).dice)
                                 .item<double>() /
                             (2.0 * step);
        QVERIFY(std::abs(found.grad().view(-1)[index].item<double>() - slope) < 1e-7);
    }
    // No NaN out of the branch for empty maps.
    const auto empty = torch::zeros({1, 1, 16, 16}, torch::kFloat64).set_requires_grad(true);
    structureAgreement(empty, expected).dice.sum().backward();
    QVERIFY(empty.grad().isfinite().all().item<bool>());
}

QTEST_APPLESS_MAIN(TestStructureAgreement)
#include "tst_structure_agreement.moc"
