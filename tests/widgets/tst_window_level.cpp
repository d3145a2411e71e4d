// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_level.h"

#include <QRgba64>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace limpid;

class TestWindowLevel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void valuesOfTheWindowAreSpreadOverBlackToWhite();
    void colourChannelsAreSpreadAlike();
    void aPartIsShownWithoutTheRest();
    void aWindowOutOfBoundsIsBroughtBack();
    void aWindowIsNamedByCentreAndWidthToo();
    void theAutomaticWindowLeavesOutliersAway();
    void theAutomaticWindowOfALargeImageIsTheSame();
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
    const auto shown = DisplayTable({1000, 3000}).apply(image, image.rect());
    QCOMPARE(shown.format(), QImage::Format_RGB32);
    QCOMPARE(qRed(shown.pixel(0, 0)), 0);
    QCOMPARE(qRed(shown.pixel(1, 0)), 0);
    QCOMPARE(qGreen(shown.pixel(2, 0)), 128);
    QCOMPARE(qBlue(shown.pixel(3, 0)), 255);
    QCOMPARE(qRed(shown.pixel(4, 0)), 255);
    QCOMPARE(qRed(DisplayTable().apply(image, image.rect()).pixel(4, 0)), 255);
    QCOMPARE(qRed(DisplayTable().apply(image, image.rect()).pixel(3, 0)), 12);
}

void TestWindowLevel::colourChannelsAreSpreadAlike() {
    for (const auto format : {QImage::Format_RGBA64, QImage::Format_RGBX64}) {
        QImage image(1, 1, format);
        *reinterpret_cast<QRgba64*>(image.scanLine(0)) = qRgba64(100, 200, 300, 65535);
        QVERIFY(isDeep(image));
        QCOMPARE(DisplayTable({100, 300}).apply(image, image.rect()).pixel(0, 0), qRgb(0, 128, 255));
    }
    QVERIFY(!isDeep(QImage(1, 1, QImage::Format_RGB888)));
}

void TestWindowLevel::aPartIsShownWithoutTheRest() {
    const auto image = greys({0, 1000, 2000, 3000, 65535});
    const auto shown = DisplayTable({1000, 3000}).apply(image, {2, 0, 2, 1});
    QCOMPARE(shown.size(), QSize(2, 1));
    QCOMPARE(qRed(shown.pixel(0, 0)), 128);
    QCOMPARE(qRed(shown.pixel(1, 0)), 255);
}

void TestWindowLevel::aWindowOutOfBoundsIsBroughtBack() {
    QCOMPARE((DisplayWindow{-5, 70000}.bounded()), (DisplayWindow{0, 65535}));
    QCOMPARE((DisplayWindow{500, 400}.bounded()), (DisplayWindow{500, 501}));
    QCOMPARE((DisplayWindow{70000, 70001}.bounded()), (DisplayWindow{65534, 65535}));
    QCOMPARE(DisplayTable({9, 9}).window(), (DisplayWindow{9, 10}));
}

void TestWindowLevel::aWindowIsNamedByCentreAndWidthToo() {
    const auto window = DisplayWindow::about(2000, 1000);
    QCOMPARE(window, (DisplayWindow{1500, 2500}));
    QCOMPARE(window.centre(), 2000.0);
    QCOMPARE(window.width(), 1000);
    QCOMPARE(DisplayWindow::about(100, 1000), (DisplayWindow{0, 600}));
    QVERIFY(DisplayWindow::about(1e9, -3).width() >= 1);
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

void TestWindowLevel::theAutomaticWindowOfALargeImageIsTheSame() {
    QImage image(3000, 2000, QImage::Format_Grayscale16);
    for (int y = 0; y < image.height(); ++y) {
        auto* row = reinterpret_cast<quint16*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x)
            row[x] = static_cast<quint16>(10000 + 10 * x);
    }
    const auto window = autoWindow(image);
    QVERIFY(std::abs(window.low - 10150) <= 20); // half a per cent of 3000 columns
    QVERIFY(std::abs(window.high - 39840) <= 20);
}

void TestWindowLevel::aPlainImageGetsAWindowThatIsNotEmpty() {
    for (const quint16 value : {quint16(0), quint16(700), quint16(65535)}) {
        const auto [low, high] = autoWindow(greys({value, value, value}));
        QVERIFY(low < high);
    }
}

QTEST_APPLESS_MAIN(TestWindowLevel)
#include "tst_window_level.moc"
