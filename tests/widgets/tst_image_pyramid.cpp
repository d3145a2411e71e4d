// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/image_pyramid.h"

#include <QRgba64>
#include <QTest>

using limpid::ImagePyramid;

class TestImagePyramid : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyImageHasNoLevels();
    void fullSizeIsTheImageItself();
    void aSmallViewGetsASmallLevelThatIsLargeEnough_data();
    void aSmallViewGetsASmallLevelThatIsLargeEnough();
    void noLevelIsTiny();
    void aPixelOfALevelIsTheMeanOfItsFour();
    void anOddEdgeIsKept();
    void opacityIsHalvedToo();
    void deepPixelsAreHalvedAtTheirDepth();
    void copiesShareTheLevelsThatWereMadeAtOnce();
};

void TestImagePyramid::anEmptyImageHasNoLevels() {
    QVERIFY(ImagePyramid().isNull());
    QVERIFY(ImagePyramid(QImage()).isNull());
    QVERIFY(ImagePyramid().size().isEmpty());
}

void TestImagePyramid::fullSizeIsTheImageItself() {
    QImage image(1024, 512, QImage::Format_RGB888);
    image.fill(QColor(10, 20, 30));
    const ImagePyramid pyramid(image);
    QCOMPARE(pyramid.size(), QSize(1024, 512));
    QCOMPARE(pyramid.levelFor(1.0), 0);
    QCOMPARE(pyramid.levelFor(8.0), 0);
    QCOMPARE(pyramid.level(0).size(), QSize(1024, 512));
    QCOMPARE(pyramid.level(0).pixelColor(100, 100), QColor(10, 20, 30));
}

void TestImagePyramid::aSmallViewGetsASmallLevelThatIsLargeEnough_data() {
    QTest::addColumn<double>("zoom");
    QTest::addColumn<int>("width");
    QTest::newRow("just under full") << 0.9 << 1024;
    QTest::newRow("just over half") << 0.51 << 1024;
    QTest::newRow("half") << 0.5 << 512;
    QTest::newRow("a third") << 0.33 << 512;
    QTest::newRow("a quarter") << 0.25 << 256;
}

void TestImagePyramid::aSmallViewGetsASmallLevelThatIsLargeEnough() {
    QFETCH(double, zoom);
    QFETCH(int, width);
    QImage image(1024, 512, QImage::Format_RGB32);
    image.fill(Qt::gray);
    const ImagePyramid pyramid(image);
    QCOMPARE(pyramid.level(pyramid.levelFor(zoom)).width(), width);
    QVERIFY(pyramid.level(pyramid.levelFor(zoom)).width() >= static_cast<int>(1024 * zoom));
}

void TestImagePyramid::noLevelIsTiny() {
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(Qt::gray);
    const ImagePyramid pyramid(image);
    QVERIFY(pyramid.level(pyramid.levelFor(0.001)).height() >= 64);
}

void TestImagePyramid::aPixelOfALevelIsTheMeanOfItsFour() {
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(qRgb(255, 0, 10));
    image.setPixel(2, 4, qRgb(0, 255, 13));
    image.setPixel(3, 5, qRgb(1, 1, 11));
    const ImagePyramid pyramid(image);
    QCOMPARE(pyramid.level(1).pixel(1, 2), qRgb(128, 64, 11)); // 127.75, 64, 11
    QCOMPARE(pyramid.level(1).pixel(0, 0), qRgb(255, 0, 10));
}

void TestImagePyramid::anOddEdgeIsKept() {
    QImage image(301, 257, QImage::Format_RGB32);
    image.fill(Qt::black);
    image.setPixel(300, 0, qRgb(200, 200, 200));
    image.setPixel(0, 256, qRgb(100, 100, 100));
    const ImagePyramid pyramid(image);
    QCOMPARE(pyramid.level(1).size(), QSize(151, 129));
    QCOMPARE(pyramid.level(1).pixel(150, 0), qRgb(100, 100, 100));
    QCOMPARE(pyramid.level(1).pixel(0, 128), qRgb(50, 50, 50));
}

void TestImagePyramid::opacityIsHalvedToo() {
    QImage image(256, 256, QImage::Format_ARGB32);
    image.fill(qRgba(0, 200, 250, 0));
    image.setPixel(0, 0, qRgba(0, 200, 250, 200));
    const ImagePyramid pyramid(image);
    QCOMPARE(pyramid.level(1).pixel(0, 0), qRgba(0, 200, 250, 50));
}

void TestImagePyramid::deepPixelsAreHalvedAtTheirDepth() {
    QImage grey(257, 256, QImage::Format_Grayscale16);
    grey.fill(QColor::fromRgba64(65535, 65535, 65535));
    auto* row = reinterpret_cast<quint16*>(grey.scanLine(0));
    row[0] = 1000;
    row[256] = 0;
    ImagePyramid greys(grey);
    QCOMPARE(greys.level(1).format(), QImage::Format_Grayscale16);
    const auto* halved = reinterpret_cast<const quint16*>(greys.level(1).constScanLine(0));
    QCOMPARE(halved[0], quint16((1000 + 3 * 65535 + 2) / 4));
    QCOMPARE(halved[1], quint16(65535));
    QCOMPARE(halved[128], quint16(32768)); // the mean of two at the edge

    QImage colour(256, 256, QImage::Format_RGBX64);
    colour.fill(QColor::fromRgba64(65535, 0, 40000));
    *reinterpret_cast<QRgba64*>(colour.scanLine(3)) = qRgba64(65531, 8, 20000, 65535);
    ImagePyramid colours(colour);
    QCOMPARE(colours.level(1).format(), QImage::Format_RGBX64);
    QCOMPARE(reinterpret_cast<const QRgba64*>(colours.level(1).constScanLine(1))[0], qRgba64(65534, 2, 35000, 65535));
}

void TestImagePyramid::copiesShareTheLevelsThatWereMadeAtOnce() {
    QImage image(512, 256, QImage::Format_RGB32);
    image.fill(Qt::gray);
    const ImagePyramid pyramid(image);
    const auto copy = pyramid; // NOLINT(performance-unnecessary-copy-initialization)
    QCOMPARE(pyramid.levelFor(0.0), 2);
    QCOMPARE(copy.image().constBits(), image.constBits());
    QCOMPARE(copy.level(2).constBits(), pyramid.level(2).constBits());
}

QTEST_MAIN(TestImagePyramid)
#include "tst_image_pyramid.moc"
