// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/loupe_geometry.h"

#include "compare/view_transform.h"

#include <QTest>

using limpid::LoupeGeometry;

class TestLoupeGeometry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSquaresLieUnderTheCursor();
    void theSquaresStayInsideTheView();
    void aSmallViewHasSmallSquares();
    void thePointIsInTheMiddleOfEachSquare();
    void magnifyingHasAnEnd();
};

void TestLoupeGeometry::theSquaresLieUnderTheCursor() {
    const LoupeGeometry loupe({500, 400}, {1000, 800}, 0.5, 1.0, true);
    QCOMPARE(loupe.original().united(loupe.enhanced()).center(), QPointF(500, 400));
    QCOMPARE(loupe.original().right(), loupe.enhanced().left());
    QCOMPARE(loupe.scale(), 2.0);
    QVERIFY(LoupeGeometry({500, 400}, {1000, 800}, 0.5, 1.0, false).enhanced().isEmpty());
}

void TestLoupeGeometry::theSquaresStayInsideTheView() {
    const QSizeF view(1000, 800);
    for (const QPointF cursor : {QPointF(0, 0), QPointF(1000, 800), QPointF(5, 790)}) {
        const LoupeGeometry loupe(cursor, view, 1.0, 1.0, true);
        QVERIFY(QRectF(QPointF(0, 0), view).contains(loupe.original()));
        QVERIFY(QRectF(QPointF(0, 0), view).contains(loupe.enhanced()));
    }
}

void TestLoupeGeometry::aSmallViewHasSmallSquares() {
    const LoupeGeometry loupe({50, 50}, {240, 100}, 1.0, 1.0, true);
    QCOMPARE(loupe.original().size(), QSizeF(100, 100));
}

void TestLoupeGeometry::thePointIsInTheMiddleOfEachSquare() {
    const LoupeGeometry loupe({500, 400}, {1000, 800}, 0.5, 1.0, true);
    const auto place = loupe.placeOf({2000, 1600}, {300, 200}, loupe.enhanced());
    QCOMPARE(place.topLeft() + QPointF(300, 200) * loupe.scale(), loupe.enhanced().center());
    QCOMPARE(place.size(), QSizeF(4000, 3200));
}

void TestLoupeGeometry::magnifyingHasAnEnd() {
    constexpr double greatest = limpid::ViewTransform::greatestZoom;
    QCOMPARE(LoupeGeometry({0, 0}, {900, 900}, greatest / 2, 1.0, true).scale(), greatest);
    QCOMPARE(LoupeGeometry({0, 0}, {900, 900}, greatest, 1.0, true).scale(), greatest);
}

QTEST_APPLESS_MAIN(TestLoupeGeometry)
#include "tst_loupe_geometry.moc"
