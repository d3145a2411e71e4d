// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/ruler.h"

#include <QLocale>
#include <QTest>

using limpid::Ruler;

class TestRuler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void lengthIsInPixels();
    void micrometresNeedTheSpacing();
    void longLengthsAreInMillimetres();
};

void TestRuler::lengthIsInPixels() {
    QVERIFY(Ruler().isNull());
    const Ruler ruler{{10, 10, 40, 50}, 0.0};
    QCOMPARE(ruler.pixels(), 50.0);
    QCOMPARE(ruler.text(), QStringLiteral("50.0 px"));
}

void TestRuler::micrometresNeedTheSpacing() {
    const Ruler ruler{{10, 10, 40, 50}, 6.5};
    QCOMPARE(ruler.micrometres(), 325.0);
    QCOMPARE(ruler.text(), QStringLiteral("50.0 px \u00b7 325 \u00b5m"));
    const Ruler fine{{0, 0, 3, 4}, 0.3};
    QCOMPARE(fine.text(), QStringLiteral("5.0 px \u00b7 1.5 \u00b5m"));
}

void TestRuler::longLengthsAreInMillimetres() {
    QCOMPARE((Ruler{{0, 0, 300, 400}, 3.6}.text()), QStringLiteral("500.0 px \u00b7 1.80 mm"));
    QCOMPARE((Ruler{{0, 0, 300, 400}, 1.999}.text()), QStringLiteral("500.0 px \u00b7 1.00 mm"));
    QCOMPARE((Ruler{{0, 0, 300, 400}, 1.998}.text()), QStringLiteral("500.0 px \u00b7 999 \u00b5m"));
}

QTEST_APPLESS_MAIN(TestRuler)
#include "tst_ruler.moc"
