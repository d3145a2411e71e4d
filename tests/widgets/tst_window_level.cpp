// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_level.h"

#include <QRgba64>
#include <QTest>

#include <algorithm>

using namespace limpid;

class TestWindowLevel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesOfTheWindowAreSpreadOverBlackToWhite();
    void colourChannelsAreSpreadAlike();
    void bytesStayAsTheyAre();
    void theAutomaticWindowLeavesOutliersAway();
    void aPlainImageGetsAWindowThatIsNotEmpty();
};

namespace {

QImage greys(const QList<quint16>& values) {
    QImage image(static_cast<int>(values.size()), 1, QImage::Format_Grayscale16);
    std::copy(values.begin(), values.end(), reinterpret_cast<quint16*>(image.scanLine(0)));
    return image;
}

} // namespace

void TestWindowLevel::valuesOfTheWindowAreSpreadOverBlackToWhite() {
    const auto image = greys({0, 1000, 2000, 3000, 65535});
    QVERIFY(isDeep(image));
    const auto shown = toDisplay(image, 1000, 3000);
    QCOMPARE(shown.format(), QImage::Format_RGB32);
    QCOMPARE(qRed(shown.pixel(0, 0)), 0);
    QCOMPARE(qRed(shown.pixel(1, 0)), 0);
    QCOMPARE(qGreen(shown.pixel(2, 0)), 128);
    QCOMPARE(qBlue(shown.pixel(3, 0)), 255);
    QCOMPARE(qRed(shown.pixel(4, 0)), 255);
    QCOMPARE(qRed(toDisplay(image).pixel(4, 0)), 255);
}

void TestWindowLevel::colourChannelsAreSpreadAlike() {
    QImage image(1, 1, QImage::Format_RGBA64);
    *reinterpret_cast<QRgba64*>(image.scanLine(0)) = qRgba64(100, 200, 300, 65535);
    QCOMPARE(toDisplay(image, 100, 300).pixel(0, 0), qRgb(0, 128, 255));
}

void TestWindowLevel::bytesStayAsTheyAre() {
    QImage image(1, 1, QImage::Format_RGB888);
    image.fill(QColor(10, 20, 30));
    QVERIFY(!isDeep(image));
    QCOMPARE(toDisplay(image, 5, 6).pixel(0, 0), qRgb(10, 20, 30));
}

void TestWindowLevel::theAutomaticWindowLeavesOutliersAway() {
    QList<quint16> values;
    for (int i = 0; i < 1000; ++i)
        values.append(static_cast<quint16>(2000 + i));
    values[0] = 0;
    values[1] = 65535;
    const auto [low, high] = autoWindow(greys(values));
    QVERIFY(low >= 2002 && low <= 2010);
    QVERIFY(high >= 2990 && high <= 2999);
}

void TestWindowLevel::aPlainImageGetsAWindowThatIsNotEmpty() {
    for (const quint16 value : {quint16(0), quint16(700), quint16(65535)}) {
        const auto [low, high] = autoWindow(greys({value, value, value}));
        QVERIFY(low < high);
    }
}

QTEST_APPLESS_MAIN(TestWindowLevel)
#include "tst_window_level.moc"
