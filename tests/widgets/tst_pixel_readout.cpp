// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/pixel_readout.h"

#include <QTest>

using namespace limpid;

class TestPixelReadout : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothImagesAreReadAtTheSamePlace();
    void deepImagesGiveTheirOwnValues();
    void besideTheImageIsNothing();
    void withoutAResultOnlyTheOriginalIsSaid();
};

void TestPixelReadout::bothImagesAreReadAtTheSamePlace() {
    QImage original(100, 50, QImage::Format_RGB32);
    original.fill(Qt::black);
    original.setPixel(99, 49, qRgb(1, 2, 3));
    QImage smaller(50, 25, QImage::Format_Grayscale8);
    smaller.fill(0);
    smaller.scanLine(24)[49] = 77;
    const auto read = readPixel(original, smaller, {99.9, 49.1});
    QCOMPARE(*read.pixel, QPoint(99, 49));
    QCOMPARE(read.original->text(), QStringLiteral("1, 2, 3"));
    QCOMPARE(read.enhanced->text(), QStringLiteral("77"));
    QCOMPARE(read.text(), QStringLiteral("x 99  y 49 \u00b7 original 1, 2, 3 \u00b7 enhanced 77"));
}

void TestPixelReadout::deepImagesGiveTheirOwnValues() {
    QImage deep(1, 1, QImage::Format_Grayscale16);
    *reinterpret_cast<quint16*>(deep.scanLine(0)) = 4321;
    QCOMPARE(valueAt(deep, {0, 0})->text(), QStringLiteral("4321"));
    for (const auto format : {QImage::Format_RGBA64, QImage::Format_RGBX64}) {
        QImage colour(1, 1, format);
        *reinterpret_cast<QRgba64*>(colour.scanLine(0)) = qRgba64(1000, 2000, 65535, 65535);
        QCOMPARE(valueAt(colour, {0.5, 0.5})->text(), QStringLiteral("1000, 2000, 65535"));
    }
}

void TestPixelReadout::besideTheImageIsNothing() {
    const QImage image(10, 10, QImage::Format_Grayscale8);
    QVERIFY(!readPixel(image, {}, {-0.1, 5}).pixel);
    QVERIFY(!readPixel(image, {}, {5, 10}).pixel);
    QVERIFY(readPixel(image, {}, {-0.1, 5}).text().isEmpty());
    QVERIFY(!readPixel({}, {}, {0, 0}).pixel);
}

void TestPixelReadout::withoutAResultOnlyTheOriginalIsSaid() {
    QImage image(10, 10, QImage::Format_Grayscale8);
    image.fill(5);
    const auto read = readPixel(image, {}, {2, 3});
    QVERIFY(!read.enhanced);
    QCOMPARE(read.text(), QStringLiteral("x 2  y 3 \u00b7 original 5"));
}

QTEST_APPLESS_MAIN(TestPixelReadout)
#include "tst_pixel_readout.moc"
