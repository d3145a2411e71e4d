// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_data.h"

#include <QTest>

#include <cmath>
#include <limits>

using limpid::CurveAxis;
using limpid::CurveData;

class TestCurveData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theMeanBeginsAtTheFirstValue();
    void theMeanGoesOnOverAGap();
    void theNearestPointIsFoundOnEitherAxis();
    void withoutPointsNothingIsNear();
};

void TestCurveData::theMeanBeginsAtTheFirstValue() {
    CurveData data;
    data.add(1, 1.0, 0.5);
    data.add(2, 2.0, 0.3);
    QVERIFY(std::abs(data.points()[0].smoothed - 0.5) < 1e-12);
    // (0.9 * 0.1 * 0.5 + 0.1 * 0.3) / (1 - 0.81)
    QVERIFY(std::abs(data.points()[1].smoothed - 0.075 / 0.19) < 1e-12);
}

void TestCurveData::theMeanGoesOnOverAGap() {
    CurveData data;
    data.add(1, 1.0, 0.5);
    QVERIFY(std::isnan(data.add(2, 2.0, std::numeric_limits<double>::infinity()).value));
    QVERIFY(std::isnan(data.points()[1].smoothed));
    data.add(3, 3.0, 0.3);
    QVERIFY(std::abs(data.points()[2].smoothed - 0.075 / 0.19) < 1e-12);
}

void TestCurveData::theNearestPointIsFoundOnEitherAxis() {
    CurveData data;
    data.add(10, 1.0, 0.1);
    data.add(20, 9.0, 0.2);
    QCOMPARE(data.nearest(CurveAxis::Step, -5.0)->step, 10);
    QCOMPARE(data.nearest(CurveAxis::Step, 14.0)->step, 10);
    QCOMPARE(data.nearest(CurveAxis::Step, 16.0)->step, 20);
    QCOMPARE(data.nearest(CurveAxis::Time, 4.0)->step, 10);
    QCOMPARE(data.nearest(CurveAxis::Time, 99.0)->step, 20);
}

void TestCurveData::withoutPointsNothingIsNear() {
    CurveData data;
    QVERIFY(data.nearest(CurveAxis::Step, 1.0) == nullptr);
    data.add(1, 1.0, 1.0);
    data.clear();
    QVERIFY(data.nearest(CurveAxis::Step, 1.0) == nullptr);
}

QTEST_APPLESS_MAIN(TestCurveData)
#include "tst_curve_data.moc"
