// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/portable_random.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestPortableRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstDrawIsThatOfTheReferenceEngine();
    void uniformStaysInItsRangeAndFillsIt();
    void integersReachBothEndsAndNoFurther();
    void normalHasTheAskedMoments();
    void boundedNormalKeepsItsBounds();
    void aForkDoesNotRepeatItsOrigin();
};

void TestPortableRandom::theFirstDrawIsThatOfTheReferenceEngine() {
    // First output of MT19937-64 with seed 5489 (Matsumoto and Nishimura's reference): 14514284786278117030, of which
    // the upper 53 bits are kept: python3 -c "print((14514284786278117030 >> 11) * 2.0**-53)"
    PortableRandom random(5489);
    QCOMPARE(random.uniform(), 0.786820954867802);
}

void TestPortableRandom::uniformStaysInItsRangeAndFillsIt() {
    PortableRandom random(1);
    double lowest = 10.0;
    double highest = -10.0;
    for (int i = 0; i < 10000; ++i) {
        const double value = random.uniform(-2.0, 3.0);
        lowest = std::min(lowest, value);
        highest = std::max(highest, value);
    }
    QVERIFY(lowest >= -2.0 && lowest < -1.99);
    QVERIFY(highest < 3.0 && highest > 2.99);
}

void TestPortableRandom::integersReachBothEndsAndNoFurther() {
    PortableRandom random(2);
    std::array<int, 4> counts{};
    for (int i = 0; i < 4000; ++i) {
        const int value = random.integer(3, 6);
        QVERIFY(value >= 3 && value <= 6);
        ++counts[static_cast<std::size_t>(value - 3)];
    }
    for (const int count : counts) {
        QVERIFY2(std::abs(count - 1000) < 150, qPrintable(QString::number(count)));
    }
}

void TestPortableRandom::normalHasTheAskedMoments() {
    PortableRandom random(3);
    constexpr int kDraws = 40000;
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < kDraws; ++i) {
        const double value = random.normal(5.0, 2.0);
        sum += value;
        squares += (value - 5.0) * (value - 5.0);
    }
    QVERIFY(std::abs(sum / kDraws - 5.0) < 0.04);
    QVERIFY(std::abs(std::sqrt(squares / kDraws) - 2.0) < 0.04);
}

void TestPortableRandom::boundedNormalKeepsItsBounds() {
    PortableRandom random(4);
    for (int i = 0; i < 5000; ++i) {
        const double value = random.boundedNormal(1.0, 0.5, 1.5);
        QVERIFY(value >= 0.25 && value <= 1.75);
    }
}

void TestPortableRandom::aForkDoesNotRepeatItsOrigin() {
    PortableRandom random(5);
    PortableRandom first = random.fork();
    PortableRandom second = random.fork();
    QVERIFY(first.uniform() != second.uniform());
    QVERIFY(first.uniform() != random.uniform());
}

QTEST_APPLESS_MAIN(TestPortableRandom)
#include "tst_portable_random.moc"
