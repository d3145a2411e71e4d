// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/remaining_time.h"

#include <QTest>

#include <cmath>

using limpid::RemainingTime;

class TestRemainingTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidBeforeTheFirstSteps();
    void evenStepsGiveTheirExactRest();
    void whatStandsBetweenStepsCounts();
    void oneSlowStepIsSpreadAndNotTakenForThePace();
    void stepsThatBecomeSlowAreNotTakenForMeasurements();
    void aPauseDoesNotCount();
    void onlyRecentStepsCount();
    void aNewRunStartsAfresh();
};

void TestRemainingTime::nothingIsSaidBeforeTheFirstSteps() {
    RemainingTime time;
    QVERIFY(!time.seconds());
    for (int step = 1; step <= 10; ++step)
        time.add(step, 100, step * 2.0);
    QVERIFY(!time.seconds());
    time.add(11, 100, 22.0);
    QVERIFY(time.seconds().has_value());
}

void TestRemainingTime::evenStepsGiveTheirExactRest() {
    RemainingTime time;
    for (int step = 1; step <= 20; ++step)
        time.add(step, 100, 5.0 + step * 2.0);
    QCOMPARE(*time.seconds(), 160.0); // 80 steps of 2 s
}

void TestRemainingTime::whatStandsBetweenStepsCounts() {
    RemainingTime time;
    // Ten steps of 1 s, then a measurement of 10 s, then one step more: 20 s for 11 steps after the first.
    for (int step = 1; step <= 11; ++step)
        time.add(step, 23, step);
    time.add(12, 23, 23.0);
    QCOMPARE(*time.seconds(), 22.0); // 11 steps of 2 s
}

void TestRemainingTime::oneSlowStepIsSpreadAndNotTakenForThePace() {
    RemainingTime time;
    for (int step = 1; step <= 101; ++step)
        time.add(step, 201, step + (step == 101 ? 50.0 : 0.0));
    // 100 steps of 1 s and half a second each for what took 50 s once; a mean of the last 60 would say 183.
    QVERIFY(std::abs(*time.seconds() - 150.0) < 1e-9);
    for (int step = 102; step <= 181; ++step)
        time.add(step, 201, step + 50.0);
    QVERIFY(*time.seconds() > 20.0);
    QVERIFY(*time.seconds() < 26.0);
}

void TestRemainingTime::stepsThatBecomeSlowAreNotTakenForMeasurements() {
    RemainingTime time;
    double now = 0.0;
    for (int step = 1; step <= 200; ++step) {
        now += step <= 100 ? 1.0 : 5.0;
        time.add(step, 300, now);
    }
    QVERIFY(std::abs(*time.seconds() - 500.0) < 1e-9);
}

void TestRemainingTime::aPauseDoesNotCount() {
    RemainingTime time;
    for (int step = 1; step <= 20; ++step)
        time.add(step, 100, step);
    time.interrupt();
    for (int step = 21; step <= 40; ++step)
        time.add(step, 100, step + 3600.0);
    QCOMPARE(*time.seconds(), 60.0);
}

void TestRemainingTime::onlyRecentStepsCount() {
    RemainingTime time;
    double now = 0.0;
    for (int step = 1; step <= 300; ++step) {
        now += step <= 200 ? 10.0 : 1.0;
        time.add(step, 400, now);
    }
    QCOMPARE(*time.seconds(), 100.0);
}

void TestRemainingTime::aNewRunStartsAfresh() {
    RemainingTime time;
    for (int step = 1; step <= 50; ++step)
        time.add(step, 100, step);
    time.add(1, 100, 1.0);
    QVERIFY(!time.seconds());
}

QTEST_APPLESS_MAIN(TestRemainingTime)
#include "tst_remaining_time.moc"
