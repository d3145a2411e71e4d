// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_images.h"

#include <QTest>

#include <algorithm>

using namespace limpid;

class TestCompareImages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anotherOriginalTakesAwayWhatBelongedToTheOneBefore();
    void theDifferenceFollowsResultGainAndWindow();
    void aResultOfAnotherSizeIsComparedInPlace();
    void deepImagesOfAnotherSizeAreComparedThroughTheWindow();
    void theWindowMattersWhereSomethingIsDeep();
    void structuresAreOpaqueWhereTheyAreLikely();
};

namespace {

QImage plain(int grey, const QSize& size = {200, 160}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(qRgb(grey, grey, grey));
    return image;
}

QRgb differenceOf(CompareImages& images, double gain, const QPoint& place = {10, 10}) {
    return images.differenceTile(DifferenceMap::Kind::Signed, gain, 0, {0, 0, 200, 160}).pixel(place);
}

} // namespace

void TestCompareImages::anotherOriginalTakesAwayWhatBelongedToTheOneBefore() {
    CompareImages images;
    images.setOriginal(plain(10));
    images.setResult(1, plain(20), QStringLiteral("adapted"));
    images.setStructure(plain(255));
    QCOMPARE(images.enhancedName(), QStringLiteral("adapted"));
    images.setOriginal(plain(30));
    QVERIFY(!images.hasEnhanced());
    QVERIFY(!images.hasStructure());
    QVERIFY(images.enhanced().isNull());
    QVERIFY(images.enhancedValues().isNull());
    QCOMPARE(qRed(images.original().level(0).pixel(0, 0)), 30);
}

void TestCompareImages::theDifferenceFollowsResultGainAndWindow() {
    const DifferenceMap coarse(DifferenceMap::Kind::Signed, 1.0);
    const DifferenceMap fine(DifferenceMap::Kind::Signed, 2.0);
    CompareImages images;
    images.setOriginal(plain(100));
    images.setResult(0, plain(120), {});
    images.setResult(1, plain(60), {});
    QCOMPARE(differenceOf(images, 1.0), coarse.colourAt(20));
    QCOMPARE(differenceOf(images, 2.0), fine.colourAt(20));
    QVERIFY(images.showResult(1));
    QCOMPARE(differenceOf(images, 2.0), fine.colourAt(-40));
    images.setResult(1, plain(90), {});
    QCOMPARE(differenceOf(images, 2.0), fine.colourAt(-10));
    images.setOriginal(plain(100).convertToFormat(QImage::Format_RGBA64));
    images.setResult(1, plain(110), {});
    images.setWindow({0, 100 * 257});
    QCOMPARE(differenceOf(images, 1.0), coarse.colourAt(110 - 255));
}

void TestCompareImages::aResultOfAnotherSizeIsComparedInPlace() {
    CompareImages images;
    images.setOriginal(plain(100));
    auto small = plain(100, {100, 80});
    for (int y = 0; y < 80; ++y) {
        for (int x = 50; x < 100; ++x)
            small.setPixel(x, y, qRgb(150, 150, 150));
    }
    images.setResult(0, small, {});
    const DifferenceMap map(DifferenceMap::Kind::Signed, 1.0);
    QCOMPARE(differenceOf(images, 1.0, {80, 100}), map.colourAt(0));
    QCOMPARE(differenceOf(images, 1.0, {120, 100}), map.colourAt(50));
}

void TestCompareImages::deepImagesOfAnotherSizeAreComparedThroughTheWindow() {
    const auto deep = [](quint16 value, const QSize& size) {
        QImage image(size, QImage::Format_Grayscale16);
        for (int y = 0; y < size.height(); ++y)
            std::fill_n(reinterpret_cast<quint16*>(image.scanLine(y)), size.width(), value);
        return image;
    };
    CompareImages images;
    images.setOriginal(deep(1000, {200, 160}));
    images.setResult(0, deep(1510, {100, 80}), {});
    images.setWindow({1000, 1000 + 2 * 255});
    const DifferenceMap map(DifferenceMap::Kind::Signed, 1.0);
    QCOMPARE(differenceOf(images, 1.0), map.colourAt(255));
    images.setWindow({1000, 1000 + 10 * 255});
    QCOMPARE(differenceOf(images, 1.0), map.colourAt(51));
    QCOMPARE(differenceOf(images, 1.0, {199, 159}), map.colourAt(51));
}

void TestCompareImages::theWindowMattersWhereSomethingIsDeep() {
    CompareImages images;
    images.setOriginal(plain(10));
    QVERIFY(!images.isDeep());
    images.setResult(0, plain(10), {});
    images.setResult(1, plain(10).convertToFormat(QImage::Format_RGBX64), {});
    QVERIFY(!images.isDeep());
    images.showResult(1);
    QVERIFY(images.isDeep());
    images.setOriginal(plain(10).convertToFormat(QImage::Format_Grayscale16));
    QVERIFY(images.isDeep());
    images.setWindow({300, 200});
    QCOMPARE(images.window(), (DisplayWindow{300, 301}));
}

void TestCompareImages::structuresAreOpaqueWhereTheyAreLikely() {
    CompareImages images;
    images.setStructure(plain(200));
    const auto overlay = images.structure().level(0);
    QVERIFY(overlay.hasAlphaChannel());
    QCOMPARE(qAlpha(overlay.pixel(3, 3)), 200);
    images.setStructure({});
    QVERIFY(!images.hasStructure());
}

QTEST_APPLESS_MAIN(TestCompareImages)
#include "tst_compare_images.moc"
