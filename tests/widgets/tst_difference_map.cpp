// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/difference_map.h"

#include <QColor>
#include <QTest>

using limpid::DifferenceMap;

class TestDifferenceMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gainNarrowsTheRange();
    void equalIsNeutralAndBothSidesDiffer();
    void amountsGrowLighter();
    void signedReadsLuminanceAndAbsoluteTheWorstChannel();
};

namespace {

QImage plain(QRgb colour) {
    QImage image(3, 2, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

} // namespace

void TestDifferenceMap::gainNarrowsTheRange() {
    QCOMPARE(DifferenceMap(DifferenceMap::Kind::Signed).range(), 255.0);
    const DifferenceMap fine(DifferenceMap::Kind::Signed, 5.0);
    QCOMPARE(fine.range(), 51.0);
    QCOMPARE(fine.colourAt(51), fine.colourAt(200));
    QVERIFY(fine.colourAt(50) != fine.colourAt(40));
    QCOMPARE(DifferenceMap(DifferenceMap::Kind::Signed, 1000.0).range(), 255.0 / DifferenceMap::greatestGain);
}

void TestDifferenceMap::equalIsNeutralAndBothSidesDiffer() {
    const DifferenceMap map(DifferenceMap::Kind::Signed);
    const QColor equal(map.colourAt(0));
    QCOMPARE(equal.red(), equal.green());
    QCOMPARE(equal.green(), equal.blue());
    for (int amount = 40; amount <= 255; amount += 20) {
        // Blue against orange: told apart with every common colour blindness.
        QVERIFY(qBlue(map.colourAt(-amount)) > qRed(map.colourAt(-amount)));
        QVERIFY(qRed(map.colourAt(amount)) > qBlue(map.colourAt(amount)));
    }
}

void TestDifferenceMap::amountsGrowLighter() {
    const DifferenceMap amount(DifferenceMap::Kind::Absolute);
    const DifferenceMap both(DifferenceMap::Kind::Signed);
    for (int step = 1; step <= 255; ++step) {
        QVERIFY(qGray(amount.colourAt(step)) >= qGray(amount.colourAt(step - 1)));
        QVERIFY(qGray(both.colourAt(step)) <= qGray(both.colourAt(step - 1)));
        QVERIFY(qGray(both.colourAt(-step)) <= qGray(both.colourAt(1 - step)));
    }
    QVERIFY(qGray(amount.colourAt(255)) - qGray(amount.colourAt(0)) > 200);
}

void TestDifferenceMap::signedReadsLuminanceAndAbsoluteTheWorstChannel() {
    const auto before = plain(qRgb(100, 100, 100));
    const DifferenceMap sign(DifferenceMap::Kind::Signed, 2.0);
    QCOMPARE(sign.render(before, plain(qRgb(70, 70, 70))).pixel(2, 1), sign.colourAt(-30));
    QCOMPARE(sign.render(before, plain(qRgb(100, 200, 100))).pixel(0, 0), sign.colourAt(72)); // 71.5
    const DifferenceMap amount(DifferenceMap::Kind::Absolute, 2.0);
    QCOMPARE(amount.render(before, plain(qRgb(110, 100, 20))).pixel(1, 1), amount.colourAt(80));
}

QTEST_APPLESS_MAIN(TestDifferenceMap)
#include "tst_difference_map.moc"
