// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/bootstrap_interval.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace limpid;

class TestBootstrapInterval : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ofTwoValuesItIsWhatCanBeCountedByHand();
    void ofEqualValuesItHasNoWidth();
    void ofManyValuesItIsThatOfTheNormalDistribution();
    void theSameSeedGivesTheSameInterval();
    void thereIsNoneOfOneValueOrOfWhatIsNoNumber();
};

void TestBootstrapInterval::ofTwoValuesItIsWhatCanBeCountedByHand() {
    // Two draws of {0, 1} have the mean 0 in a quarter of all cases, 1/2 in half of them and 1 in a quarter.
    QVERIFY(BootstrapInterval::ofMean({0.0, 1.0}, 1, 0.95) == (BootstrapInterval{0.0, 1.0}));
    QVERIFY(BootstrapInterval::ofMean({0.0, 1.0}, 1, 0.60) == (BootstrapInterval{0.0, 1.0}));
    QVERIFY(BootstrapInterval::ofMean({0.0, 1.0}, 1, 0.40) == (BootstrapInterval{0.5, 0.5}));
}

void TestBootstrapInterval::ofEqualValuesItHasNoWidth() {
    QVERIFY(BootstrapInterval::ofMean({2.5, 2.5, 2.5}, 7) == (BootstrapInterval{2.5, 2.5}));
}

void TestBootstrapInterval::ofManyValuesItIsThatOfTheNormalDistribution() {
    // 0 to 99: standard deviation 28.87, that of the mean 2.887, and 1.96 of it to either side.
    std::vector<double> values;
    for (int i = 0; i < 100; ++i)
        values.push_back(i);
    const auto interval = BootstrapInterval::ofMean(values, 3);
    QVERIFY(interval.has_value());
    QVERIFY2(std::abs(interval->low - (49.5 - 5.66)) < 0.5, qPrintable(QString::number(interval->low)));
    QVERIFY2(std::abs(interval->high - (49.5 + 5.66)) < 0.5, qPrintable(QString::number(interval->high)));
}

void TestBootstrapInterval::theSameSeedGivesTheSameInterval() {
    const std::vector<double> values{0.3, 1.7, 2.2, 5.1, 8.4, 8.5, 9.9, 13.0};
    QVERIFY(BootstrapInterval::ofMean(values, 5) == BootstrapInterval::ofMean(values, 5));
    QVERIFY(!(BootstrapInterval::ofMean(values, 5) == BootstrapInterval::ofMean(values, 6)));
}

void TestBootstrapInterval::thereIsNoneOfOneValueOrOfWhatIsNoNumber() {
    QVERIFY(!BootstrapInterval::ofMean({}, 1));
    QVERIFY(!BootstrapInterval::ofMean({1.0}, 1));
    QVERIFY(!BootstrapInterval::ofMean({1.0, std::numeric_limits<double>::infinity()}, 1));
    QVERIFY(!BootstrapInterval::ofMean({1.0, std::nan("")}, 1));
}

QTEST_APPLESS_MAIN(TestBootstrapInterval)
#include "tst_bootstrap_interval.moc"
