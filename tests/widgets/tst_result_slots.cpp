// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/result_slots.h"

#include <QTest>

using limpid::ResultSlots;
using limpid::ShownImage;

class TestResultSlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theFirstFilledSlotIsShown();
    void anEmptySlotCannotBeChosen();
    void theChoiceOutlivesTheImages();
    void aNullImageEmptiesItsSlot();
};

namespace {

ShownImage something() {
    return ShownImage(QImage(2, 2, QImage::Format_RGB32));
}

} // namespace

void TestResultSlots::theFirstFilledSlotIsShown() {
    ResultSlots results;
    QVERIFY(results.isEmpty());
    QCOMPARE(results.shownSlot(), -1);
    results.set(1, something(), QStringLiteral("adapted"));
    QCOMPARE(results.shownSlot(), 1);
    QCOMPARE(results.at(1).name, QStringLiteral("adapted"));
    results.set(0, something(), QStringLiteral("source"));
    QCOMPARE(results.shownSlot(), 0);
    results.set(3, something(), {}); // there is no such slot
    QVERIFY(!results.holds(3));
}

void TestResultSlots::anEmptySlotCannotBeChosen() {
    ResultSlots results;
    results.set(0, something(), {});
    QVERIFY(!results.choose(2));
    QVERIFY(!results.choose(-1));
    QCOMPARE(results.shownSlot(), 0);
}

void TestResultSlots::theChoiceOutlivesTheImages() {
    ResultSlots results;
    results.set(0, something(), {});
    results.set(2, something(), {});
    QVERIFY(results.choose(2));
    results.clear();
    QVERIFY(results.isEmpty());
    results.set(0, something(), {});
    QCOMPARE(results.shownSlot(), 0);
    results.set(2, something(), {});
    QCOMPARE(results.shownSlot(), 2);
}

void TestResultSlots::aNullImageEmptiesItsSlot() {
    ResultSlots results;
    results.set(0, something(), {});
    results.set(0, {}, {});
    QVERIFY(results.isEmpty());
}

QTEST_APPLESS_MAIN(TestResultSlots)
#include "tst_result_slots.moc"
