// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture.h"

#include <QRgba64>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace limpid;

class TestPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesBecomeRgb();
    void sixteenBitsKeepTheirValues();
    void whatWouldTakeTooMuchMemoryIsScaledToBytes();
    void thumbnailsHaveEightBits();
    void theSpacingOfTheFileStaysWithTheImage();
    void nothingIsMadeOfNothing();
};

namespace {

Image image(int type, const cv::Scalar& value) {
    Image made;
    made.pixels = cv::Mat(30, 41, type, value);
    return made;
}

} // namespace

void TestPicture::bytesBecomeRgb() {
    const auto colour = toQImage(image(CV_8UC3, {10, 20, 30}));
    QCOMPARE(colour.format(), QImage::Format_RGB32);
    QCOMPARE(colour.size(), QSize(41, 30));
    QCOMPARE(colour.pixel(40, 29), qRgb(10, 20, 30));
    QCOMPARE(toQImage(image(CV_8UC1, {77})).pixel(40, 29), qRgb(77, 77, 77));
}

void TestPicture::sixteenBitsKeepTheirValues() {
    auto colour = image(CV_16UC3, {1000, 2000, 65535});
    colour.pixels.at<cv::Vec3w>(29, 40) = {1, 2, 3};
    const auto shown = toQImage(colour);
    QCOMPARE(shown.format(), QImage::Format_RGBX64);
    const auto* first = reinterpret_cast<const QRgba64*>(shown.constScanLine(0));
    QCOMPARE(first[0], qRgba64(1000, 2000, 65535, 65535));
    QCOMPARE(reinterpret_cast<const QRgba64*>(shown.constScanLine(29))[40], qRgba64(1, 2, 3, 65535));

    const auto grey = toQImage(image(CV_16UC1, {4321}));
    QCOMPARE(grey.format(), QImage::Format_Grayscale16);
    QCOMPARE(reinterpret_cast<const quint16*>(grey.constScanLine(29))[40], quint16(4321));
}

void TestPicture::whatWouldTakeTooMuchMemoryIsScaledToBytes() {
    const auto colour = image(CV_16UC3, {257 * 10, 257 * 20, 65535});
    QCOMPARE(toQImage(colour, 30 * 41 * 8).format(), QImage::Format_RGBX64);
    const auto scaled = toQImage(colour, 30 * 41 * 8 - 1);
    QCOMPARE(scaled.format(), QImage::Format_RGB32);
    QCOMPARE(scaled.pixel(3, 3), qRgb(10, 20, 255));
}

void TestPicture::thumbnailsHaveEightBits() {
    for (const int side : {10, 100}) {
        const auto small = thumbnailOf(image(CV_16UC3, {257 * 10, 257 * 20, 257 * 30}), side);
        QCOMPARE(small.format(), QImage::Format_RGB32);
        QCOMPARE(small.width(), std::min(side, 41));
        QCOMPARE(small.pixel(3, 3), qRgb(10, 20, 30));
    }
}

void TestPicture::theSpacingOfTheFileStaysWithTheImage() {
    for (const int type : {CV_8UC3, CV_16UC1}) {
        auto spaced = image(type, {10});
        QCOMPARE(micrometresPerPixel(toQImage(spaced)), 0.0);
        spaced.origin.micrometresPerPixel = 7.3;
        QVERIFY(std::abs(micrometresPerPixel(toQImage(spaced)) - 7.3) < 1e-3);
    }
    QCOMPARE(micrometresPerPixel({}), 0.0);
}

void TestPicture::nothingIsMadeOfNothing() {
    QVERIFY(toQImage({}).isNull());
    QVERIFY(thumbnailOf({}, 100).isNull());
    QVERIFY(toGreyQImage({}).isNull());
}

QTEST_APPLESS_MAIN(TestPicture)
#include "tst_picture.moc"
