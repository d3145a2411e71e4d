// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/remaining_time.h"

#include <QTest>

using limpid::RemainingTime;

class TestRemainingTime : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidBeforeTheFirstSteps();
    void evenStepsGiveTheirExactRest();
    void whatStandsBetweenStepsCounts();
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
