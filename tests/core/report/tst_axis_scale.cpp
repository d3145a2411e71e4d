// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/axis_scale.h"

#include <QTest>

#include <cmath>

using namespace limpid;

class AxisScaleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ticksAreRoundNumbersInside_data() {
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<bool>("counted");
        QTest::addColumn<QString>("labels");
        QTest::newRow("epochs") << 0.0 << 3.0 << true << "0 1 2 3";
        QTest::newRow("a dozen epochs") << 0.0 << 12.0 << true << "0 5 10";
        QTest::newRow("many steps") << 1.0 << 960.0 << true << "200 400 600 800";
        QTest::newRow("decibels") << 21.3 << 24.1 << false << "21 22 23 24 25";
        QTest::newRow("SSIM") << 0.812 << 0.834 << false << "0.810 0.815 0.820 0.825 0.830 0.835";
        QTest::newRow("around zero") << -0.5 << 0.5 << false << "-0.6 -0.4 -0.2 0.0 0.2 0.4 0.6";
    }

    void ticksAreRoundNumbersInside() {
        QFETCH(double, low);
        QFETCH(double, high);
        QFETCH(bool, counted);
        QFETCH(QString, labels);
        const AxisScale scale(low, high, counted ? AxisScale::Kind::Counted : AxisScale::Kind::Measured);
        QStringList found;
        for (const double tick : scale.ticks()) {
            QVERIFY(scale.position(tick) > -1e-6 && scale.position(tick) < 1.0 + 1e-6);
            found << QString::fromStdString(scale.label(tick));
        }
        QCOMPARE(found.join(QLatin1Char(' ')), labels);
    }

    void aWidenedAxisEndsAtTicks() {
        const AxisScale scale(21.3, 24.1, AxisScale::Kind::Measured);
        QCOMPARE(scale.position(21.0), 0.0);
        QCOMPARE(scale.position(25.0), 1.0);
    }

    void equalValuesStillMakeAnAxis() {
        for (const double value : {0.0, 1.0, -3.5, 1e9, 1e-12}) {
            const AxisScale scale(value, value, AxisScale::Kind::Measured);
            QVERIFY(std::isfinite(scale.position(value)));
            QVERIFY(scale.ticks().size() >= 2);
        }
    }

    void axesGoAroundWhatIsANumber() {
        const double nan = std::nan("");
        QVERIFY(!AxisScale::around({{"a", {{0.0, nan}, {nan, 1.0}}}, {"b", {}}}));
        const auto axes = AxisScale::around({{"a", {{0.0, nan}, {2.0, 5.0}}}, {"b", {{4.0, 9.0}}}});
        QVERIFY(axes.has_value());
        QCOMPARE(axes->first.position(2.0), 0.0);
        QCOMPARE(axes->first.position(4.0), 1.0);
        QVERIFY(axes->second.position(5.0) >= 0.0 && axes->second.position(9.0) <= 1.0);
    }
};

QTEST_APPLESS_MAIN(AxisScaleTest)
#include "tst_axis_scale.moc"
