// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/shown_image.h"

#include <QTest>

using namespace limpid;

class TestShownImage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bytesAreShownAsTheyAreWithoutACopy();
    void deepValuesGoThroughTheWindow();
    void theSamePartIsMadeOnce();
    void anotherWindowIsSeenAtOnce();
    void aLevelOfOddSizeKeepsItsEdge();
};

namespace {

QImage deep(quint16 value, const QSize& size = {300, 200}) {
    QImage image(size, QImage::Format_RGBX64);
    image.fill(QColor::fromRgba64(value, value, value));
    return image;
}

} // namespace

void TestShownImage::bytesAreShownAsTheyAreWithoutACopy() {
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(qRgb(10, 20, 30));
    ShownImage shown(image, std::make_shared<DisplayTable>(DisplayWindow{5, 6}));
    QVERIFY(!shown.isDeep());
    QCOMPARE(shown.part(0, {10, 20, 30, 40}).pixel(0, 0), qRgb(10, 20, 30));
    QCOMPARE(shown.part(0, {10, 20, 30, 40}).size(), QSize(30, 40));
    QCOMPARE(static_cast<const void*>(shown.part(0, image.rect()).constBits()),
             static_cast<const void*>(image.constBits()));
    QVERIFY(ShownImage().isNull());
}

void TestShownImage::deepValuesGoThroughTheWindow() {
    ShownImage shown(deep(2000), std::make_shared<DisplayTable>(DisplayWindow{1000, 3000}));
    QVERIFY(shown.isDeep());
    QCOMPARE(shown.part(0, {0, 0, 20, 10}).pixel(3, 3), qRgb(128, 128, 128));
    QCOMPARE(shown.part(1, {0, 0, 20, 10}).pixel(3, 3), qRgb(128, 128, 128));
    ShownImage whole(deep(65535));
    QCOMPARE(whole.part(0, {0, 0, 2, 2}).pixel(0, 0), qRgb(255, 255, 255));
}

void TestShownImage::theSamePartIsMadeOnce() {
    ShownImage shown(deep(2000));
    const auto first = shown.part(0, {0, 0, 20, 10});
    QCOMPARE(shown.part(0, {0, 0, 20, 10}).cacheKey(), first.cacheKey());
    QVERIFY(shown.part(0, {0, 0, 20, 11}).cacheKey() != first.cacheKey());
    QVERIFY(shown.part(1, {0, 0, 20, 10}).cacheKey() != first.cacheKey());
}

void TestShownImage::anotherWindowIsSeenAtOnce() {
    ShownImage shown(deep(2000));
    QCOMPARE(qRed(shown.part(0, {0, 0, 5, 5}).pixel(0, 0)), 8);
    shown.setTable(std::make_shared<DisplayTable>(DisplayWindow{0, 2000}));
    QCOMPARE(qRed(shown.part(0, {0, 0, 5, 5}).pixel(0, 0)), 255);
}

void TestShownImage::aLevelOfOddSizeKeepsItsEdge() {
    ShownImage shown(deep(0, {301, 257}));
    QCOMPARE(shown.levelSize(0), QSize(301, 257));
    QCOMPARE(shown.levelSize(1), QSize(151, 129));
    QCOMPARE(shown.part(1, {150, 128, 1, 1}).size(), QSize(1, 1));
}

QTEST_APPLESS_MAIN(TestShownImage)
#include "tst_shown_image.moc"
