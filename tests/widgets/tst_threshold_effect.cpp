// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picker/threshold_effect.h"

#include <QTest>

#include <limits>

using limpid::PickOverride;
using limpid::PickThresholds;
using limpid::PseudoLabelRecord;
using limpid::ThresholdEffect;

class TestThresholdEffect : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theThresholdsInForceChangeNothing();
    void aLowerQualityThresholdAcceptsMore();
    void aLowerStructureThresholdAcceptsFewer();
    void bothJudgesMustAccept();
    void goodMustBeTheStrongestClass();
    void whatAPersonDecidedStays();
    void aJudgeThatWasNotAskedRefusesNothing();
    void whatIsNoNumberIsNeverAccepted();
};

namespace {

constexpr PickThresholds inForce{0.8, 4.0};

PseudoLabelRecord record(double good, double structureScore) {
    PseudoLabelRecord made;
    made.good = good;
    made.usable = 1.0 - good;
    made.structureScore = structureScore;
    made.accepted = ThresholdEffect::wouldAccept(made, inForce);
    return made;
}

const std::vector<PseudoLabelRecord> four{record(0.9, 3.0), record(0.7, 3.0), record(0.75, 3.9), record(0.95, 5.0)};

} // namespace

void TestThresholdEffect::theThresholdsInForceChangeNothing() {
    const ThresholdEffect effect(four, inForce);
    QCOMPARE(effect.newlyAccepted(), 0);
    QCOMPARE(effect.newlyRejected(), 0);
}

void TestThresholdEffect::aLowerQualityThresholdAcceptsMore() {
    const ThresholdEffect effect(four, {0.6, 4.0});
    QCOMPARE(effect.newlyAccepted(), 2);
    QCOMPARE(effect.newlyRejected(), 0);
}

void TestThresholdEffect::aLowerStructureThresholdAcceptsFewer() {
    const ThresholdEffect effect(four, {0.8, 2.0});
    QCOMPARE(effect.newlyAccepted(), 0);
    QCOMPARE(effect.newlyRejected(), 1);
}

void TestThresholdEffect::bothJudgesMustAccept() {
    const ThresholdEffect effect(four, {0.92, 6.0});
    QCOMPARE(effect.newlyAccepted(), 1); // 0.95 with 5.0
    QCOMPARE(effect.newlyRejected(), 1); // 0.9
}

void TestThresholdEffect::goodMustBeTheStrongestClass() {
    QVERIFY(!ThresholdEffect::wouldAccept(record(0.45, 1.0), {0.1, 4.0}));
    QVERIFY(ThresholdEffect::wouldAccept(record(0.55, 1.0), {0.1, 4.0}));
    QVERIFY(!ThresholdEffect::wouldAccept(record(0.8, 1.0), inForce)); // above, not at
    QVERIFY(ThresholdEffect::wouldAccept(record(0.9, 4.0), inForce));  // up to
}

void TestThresholdEffect::whatAPersonDecidedStays() {
    auto decided = four;
    decided[1].byHand = PickOverride::Reject;
    QCOMPARE(ThresholdEffect(decided, {0.6, 4.0}).newlyAccepted(), 1);
}

void TestThresholdEffect::aJudgeThatWasNotAskedRefusesNothing() {
    PseudoLabelRecord unjudged;
    QVERIFY(ThresholdEffect::wouldAccept(unjudged, {0.8, 0.0}));
}

void TestThresholdEffect::whatIsNoNumberIsNeverAccepted() {
    QVERIFY(!ThresholdEffect::wouldAccept(record(0.9, std::numeric_limits<double>::quiet_NaN()), inForce));
}

QTEST_APPLESS_MAIN(TestThresholdEffect)
#include "tst_threshold_effect.moc"
