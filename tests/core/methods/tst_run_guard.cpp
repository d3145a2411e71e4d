// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/run_guard.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace limpid;

class TestRunGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRunThatGoesWellIsLeftAlone();
    void theSourceModelItselfIsNoAlarm();
    void whoAcceptsNoMoreIsStopped();
    void oneBadEpochIsForgiven();
    void flatPicturesEndARun();
    void aTeacherFarFromTheSourceModelEndsARun();
    void aRunWithoutAnyGainEnds();
    void afterAGainNobodyGivesUp();
    void whatIsNotMeasuredIsNoAlarm();
};

namespace {

AdaptationEpoch epoch(int number, bool kept = true) {
    AdaptationEpoch epoch;
    epoch.epoch = number;
    epoch.accepted = 0.6;
    epoch.kept = kept;
    epoch.contrast = 1.02;
    epoch.likeness = 29.0;
    return epoch;
}

/// What the guard says of the same epoch over and over, up to the first alarm; the count of epochs in `after`.
std::optional<AdaptationVerdict> repeated(AdaptationEpoch wrong, int& after, int most = 50) {
    RunGuard guard;
    for (after = 1; after <= most; ++after) {
        wrong.epoch = after;
        if (const auto verdict = guard.look(wrong))
            return verdict;
    }
    return std::nullopt;
}

} // namespace

void TestRunGuard::aRunThatGoesWellIsLeftAlone() {
    int after = 0;
    QVERIFY(!repeated(epoch(1), after));
}

void TestRunGuard::theSourceModelItselfIsNoAlarm() {
    RunGuard guard;
    AdaptationEpoch source;
    for (int time = 0; time < 20; ++time)
        QVERIFY(!guard.look(source));
}

void TestRunGuard::whoAcceptsNoMoreIsStopped() {
    auto wrong = epoch(1);
    wrong.accepted = 0.0;
    int after = 0;
    QVERIFY(repeated(wrong, after) == AdaptationVerdict::AcceptsNoMore);
    QCOMPARE(after, RunGuardLimits{}.patience);
}

void TestRunGuard::oneBadEpochIsForgiven() {
    RunGuard guard;
    for (int number = 1; number <= 20; ++number) {
        auto next = epoch(number);
        if (number % 2 == 0) {
            next.accepted = 0.0;
            next.contrast = 0.1;
            next.likeness = 5.0;
        }
        QVERIFY(!guard.look(next));
    }
}

void TestRunGuard::flatPicturesEndARun() {
    auto wrong = epoch(1);
    wrong.contrast = 0.4;
    wrong.accepted = 1.0; // flat pictures please a judge that has been fooled
    int after = 0;
    QVERIFY(repeated(wrong, after) == AdaptationVerdict::BecameFlat);
    QCOMPARE(after, 2);
}

void TestRunGuard::aTeacherFarFromTheSourceModelEndsARun() {
    auto wrong = epoch(1);
    wrong.likeness = 12.0;
    int after = 0;
    QVERIFY(repeated(wrong, after) == AdaptationVerdict::DriftedAway);
    QCOMPARE(after, 2);
}

void TestRunGuard::aRunWithoutAnyGainEnds() {
    int after = 0;
    QVERIFY(repeated(epoch(1, /*kept=*/false), after) == AdaptationVerdict::NoGain);
    QCOMPARE(after, RunGuardLimits{}.hopeless);
}

void TestRunGuard::afterAGainNobodyGivesUp() {
    RunGuard guard;
    QVERIFY(!guard.look(epoch(1)));
    for (int number = 2; number <= 30; ++number)
        QVERIFY(!guard.look(epoch(number, /*kept=*/false)));
}

void TestRunGuard::whatIsNotMeasuredIsNoAlarm() {
    auto unmeasured = epoch(1);
    unmeasured.contrast = std::numeric_limits<double>::quiet_NaN();
    unmeasured.likeness = std::numeric_limits<double>::quiet_NaN();
    int after = 0;
    QVERIFY(!repeated(unmeasured, after));
}

QTEST_APPLESS_MAIN(TestRunGuard)
#include "tst_run_guard.moc"
