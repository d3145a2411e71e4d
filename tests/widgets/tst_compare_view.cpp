// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_view.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using limpid::CompareView;

class TestCompareView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leftOfTheLineIsTheOriginalAndRightOfItTheEnhanced();
    void theArrowsMoveTheLine();
    void theLineCanBeDragged();
    void holdingSpaceShowsTheOriginal();
    void theOriginalGoesAwayWithTheFocus();
    void zSwitchesBetweenFitAndHundredPercent();
    void theWheelZoomsAboutTheCursor();
    void draggingBesideTheLineMovesTheImage();
    void theNextImageKeepsZoomAndLine();
    void anotherOriginalTakesTheOldEnhancedAway();
    void anEmptiedViewSaysSo();
    void anEnhancedImageOfAnotherSizeLiesOnTheSamePlace();
    void labelsAreInTheViewAndNotInThePixels();
};

namespace {

constexpr QRgb red = qRgb(200, 30, 30);
constexpr QRgb blue = qRgb(30, 30, 200);

QImage plain(QRgb colour, const QSize& size = {400, 300}) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Gives a view its size; one that was never drawn has not been told of it.
void place(CompareView& view) {
    view.resize(400, 300);
    view.grab();
}

/// A view of the images' own size, with red as the original and blue as the enhanced image.
void fill(CompareView& view) {
    place(view);
    view.setOriginal(plain(red));
    view.setEnhanced(plain(blue), QStringLiteral("fundus"));
}

/// The pixel at x, on a row that neither the labels nor the grip touch.
QRgb pixelAt(CompareView& view, int x) {
    return view.grab().toImage().pixel(x, 250);
}

} // namespace

void TestCompareView::leftOfTheLineIsTheOriginalAndRightOfItTheEnhanced() {
    CompareView view;
    fill(view);
    QCOMPARE(pixelAt(view, 20), red);
    QCOMPARE(pixelAt(view, 196), red);
    QCOMPARE(pixelAt(view, 203), blue);
    QCOMPARE(pixelAt(view, 380), blue);
}

void TestCompareView::theArrowsMoveTheLine() {
    CompareView view;
    fill(view);
    const QSignalSpy moved(&view, &CompareView::splitMoved);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.split(), 0.52);
    QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(view.split(), 0.42);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(pixelAt(view, 180), blue);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(pixelAt(view, 380), red);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(view.split(), 0.0);
    QCOMPARE(pixelAt(view, 20), blue);
}

void TestCompareView::theLineCanBeDragged() {
    CompareView view;
    fill(view);
    QTest::mousePress(&view, Qt::LeftButton, {}, {200, 100});
    QTest::mouseMove(&view, {100, 100});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {100, 100});
    QCOMPARE(view.split(), 0.25);
    QVERIFY(view.transform().isFit());
}

void TestCompareView::holdingSpaceShowsTheOriginal() {
    CompareView view;
    fill(view);
    QTest::keyPress(&view, Qt::Key_Space);
    QCOMPARE(pixelAt(view, 380), red);
    QTest::keyRelease(&view, Qt::Key_Space);
    QCOMPARE(pixelAt(view, 380), blue);
}

void TestCompareView::theOriginalGoesAwayWithTheFocus() {
    CompareView view;
    fill(view);
    QTest::keyPress(&view, Qt::Key_Space);
    QFocusEvent leave(QEvent::FocusOut);
    QCoreApplication::sendEvent(&view, &leave);
    QCOMPARE(pixelAt(view, 380), blue);
}

void TestCompareView::zSwitchesBetweenFitAndHundredPercent() {
    CompareView view;
    place(view);
    view.setOriginal(plain(red, {1600, 1200}));
    QCOMPARE(view.transform().zoom(), 0.25);
    QTest::keyClick(&view, Qt::Key_Z);
    QCOMPARE(view.transform().zoom(), 1.0);
    QCOMPARE(view.transform().toImage({200, 150}), QPointF(800, 600));
    QTest::keyClick(&view, Qt::Key_Z);
    QVERIFY(view.transform().isFit());
}

void TestCompareView::theWheelZoomsAboutTheCursor() {
    CompareView view;
    fill(view);
    const QPointF cursor(120, 80);
    const auto pixel = view.transform().toImage(cursor);
    QWheelEvent notch(cursor, cursor, {}, {0, 240}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&view, &notch);
    QCOMPARE(view.transform().zoom(), 1.25 * 1.25);
    const auto distance = view.transform().toImage(cursor) - pixel;
    QVERIFY(distance.manhattanLength() < 1e-9);
}

void TestCompareView::draggingBesideTheLineMovesTheImage() {
    CompareView view;
    place(view);
    view.setOriginal(plain(red, {1600, 1200}));
    view.setEnhanced(plain(blue, {1600, 1200}), QStringLiteral("fundus"));
    QTest::keyClick(&view, Qt::Key_Z);
    const auto grabbed = view.transform().toImage({50, 50});
    QTest::mousePress(&view, Qt::LeftButton, {}, {50, 50});
    QTest::mouseMove(&view, {90, 70});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {90, 70});
    QCOMPARE(view.transform().toImage({90, 70}), grabbed);
    QCOMPARE(view.split(), 0.5);
}

void TestCompareView::theNextImageKeepsZoomAndLine() {
    CompareView view;
    place(view);
    view.setOriginal(plain(red, {1600, 1200}));
    view.setSplit(0.3);
    QTest::keyClick(&view, Qt::Key_Z);
    const auto place = view.transform().imageRect();
    view.setOriginal(plain(blue, {1600, 1200}));
    QCOMPARE(view.transform().imageRect(), place);
    QCOMPARE(view.split(), 0.3);
    view.setOriginal(plain(blue, {800, 600}));
    QVERIFY(view.transform().isFit());
}

void TestCompareView::anotherOriginalTakesTheOldEnhancedAway() {
    CompareView view;
    fill(view);
    view.setOriginal(plain(red));
    QVERIFY(!view.hasEnhanced());
    QCOMPARE(pixelAt(view, 380), red);
    view.clear();
    QVERIFY(!view.hasOriginal());
    const auto surround = QColor(pixelAt(view, 380));
    QCOMPARE(surround.red(), surround.green()); // neutral grey
    QCOMPARE(surround.red(), surround.blue());
}

void TestCompareView::anEmptiedViewSaysSo() {
    CompareView view;
    fill(view);
    bool emptied = false;
    connect(&view, &CompareView::zoomChanged, this, [&] { emptied = !view.hasOriginal(); });
    view.clear();
    QVERIFY(emptied);
}

void TestCompareView::anEnhancedImageOfAnotherSizeLiesOnTheSamePlace() {
    CompareView view;
    place(view);
    view.setOriginal(plain(red));
    auto small = plain(blue, {200, 150});
    for (int y = 0; y < small.height(); ++y) {
        for (int x = 150; x < small.width(); ++x)
            small.setPixel(x, y, red);
    }
    view.setEnhanced(small, QStringLiteral("fundus"));
    QCOMPARE(pixelAt(view, 280), blue); // 280 of 400 is 140 of 200
    QCOMPARE(pixelAt(view, 320), red);
}

void TestCompareView::labelsAreInTheViewAndNotInThePixels() {
    CompareView view;
    fill(view);
    const auto drawn = view.grab().toImage();
    const auto touched = [&](const QRect& area, QRgb colour) {
        for (int y = area.top(); y <= area.bottom(); ++y) {
            for (int x = area.left(); x <= area.right(); ++x) {
                if (drawn.pixel(x, y) != colour)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(touched({10, 10, 80, 30}, red));   // "Original"
    QVERIFY(touched({300, 10, 90, 30}, blue)); // "Enhanced · fundus"
    QVERIFY(!touched({10, 200, 150, 90}, red));
}

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
