// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_view.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <optional>

using limpid::CompareMode;
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
    void theLineCanLieAcross();
    void sideBySideShowsTheSamePixelTwice();
    void flippingAndHoldingSwapTheWholeView();
    void blinkingTakesTurns();
    void differenceColoursWhatChanged();
    void modeAndGainSurviveTheNextImage();
    void numberKeysChooseTheResult();
    void theKeysOfTheViewComeBeforeTheWindows();
    void changingTheModeKeepsThePixelUnderTheCursor();
    void pixelsAreReadUnderTheCursor();
    void aDragMeasuresInRulerMode();
    void theStructureMapLiesOverTheImages();
    void aDisplayWindowBrightensDeepImages();
    void theLoupeMagnifiesBoth();
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
    view.setOriginal(plain(blue, {3200, 2400}));
    QCOMPARE(view.transform().zoom(), 1.0);
    QCOMPARE(view.transform().toImage({200, 150}), QPointF(1600, 1200));
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

void TestCompareView::theLineCanLieAcross() {
    CompareView view;
    fill(view);
    QTest::keyClick(&view, Qt::Key_O);
    QCOMPARE(view.orientation(), Qt::Vertical);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.split(), 0.52);
    QCOMPARE(view.grab().toImage().pixel(20, 140), red);
    QCOMPARE(view.grab().toImage().pixel(20, 170), blue);
    QTest::mousePress(&view, Qt::LeftButton, {}, {30, 156});
    QTest::mouseMove(&view, {30, 75});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {30, 75});
    QCOMPARE(view.split(), 0.25);
}

void TestCompareView::sideBySideShowsTheSamePixelTwice() {
    CompareView view;
    fill(view);
    QTest::keyClick(&view, Qt::Key_Y);
    QVERIFY(view.transform().isFit());
    QCOMPARE(pixelAt(view, 100), limpid::compareSurround.rgb()); // the image fits its half, and its foot is higher
    QCOMPARE(view.grab().toImage().pixel(100, 180), red);
    QCOMPARE(view.grab().toImage().pixel(300, 180), blue);
    const auto apart = view.imageAt({301, 120}) - view.imageAt({100, 120});
    QVERIFY(apart.manhattanLength() < 1e-9); // two panes of 199 with a gap of 2
    view.zoomAbout({301, 120}, 4.0);
    QVERIFY((view.imageAt({301, 120}) - view.imageAt({100, 120})).manhattanLength() < 1e-9);
}

void TestCompareView::flippingAndHoldingSwapTheWholeView() {
    CompareView view;
    fill(view);
    QTest::keyClick(&view, Qt::Key_F);
    QCOMPARE(pixelAt(view, 20), blue);
    QTest::keyClick(&view, Qt::Key_B);
    QCOMPARE(pixelAt(view, 20), red);
    QTest::keyClick(&view, Qt::Key_B);
    QTest::keyPress(&view, Qt::Key_Backslash);
    QCOMPARE(pixelAt(view, 380), red);
    QTest::keyRelease(&view, Qt::Key_Backslash);
    QCOMPARE(pixelAt(view, 380), blue);
}

void TestCompareView::blinkingTakesTurns() {
    CompareView view;
    fill(view);
    view.setBlinkInterval(100);
    view.show();
    view.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setMode(CompareMode::Blink);
    QCOMPARE(pixelAt(view, 20), blue);
    QTRY_COMPARE(pixelAt(view, 20), red);
    QTRY_COMPARE(pixelAt(view, 20), blue);
}

void TestCompareView::differenceColoursWhatChanged() {
    CompareView view;
    fill(view);
    auto changed = plain(red);
    for (int y = 0; y < changed.height(); ++y) {
        for (int x = 0; x < 100; ++x)
            changed.setPixel(x, y, qRgb(240, 70, 70));
    }
    view.setEnhanced(changed, QStringLiteral("fundus"));
    QTest::keyClick(&view, Qt::Key_D);
    const limpid::DifferenceMap map(limpid::DifferenceMap::Kind::Signed, view.gain());
    QCOMPARE(QColor(pixelAt(view, 50)), QColor(map.colourAt(40)));
    QCOMPARE(QColor(view.grab().toImage().pixel(150, 100)), QColor(map.colourAt(0)));
    QTest::keyClick(&view, Qt::Key_A);
    const limpid::DifferenceMap amount(limpid::DifferenceMap::Kind::Absolute, 1.0);
    view.setGain(1.0);
    QCOMPARE(QColor(pixelAt(view, 50)), QColor(amount.colourAt(40)));
}

void TestCompareView::modeAndGainSurviveTheNextImage() {
    CompareView view;
    fill(view);
    view.setMode(CompareMode::AbsoluteDifference);
    view.setGain(8.0);
    view.setOriginal(plain(blue, {800, 600}));
    QCOMPARE(pixelAt(view, 20), blue); // the original alone until its result comes
    QCOMPARE(view.mode(), CompareMode::AbsoluteDifference);
    QCOMPARE(view.gain(), 8.0);
}

void TestCompareView::numberKeysChooseTheResult() {
    CompareView view;
    fill(view);
    const QSignalSpy changed(&view, &CompareView::contentChanged);
    view.setResult(2, plain(qRgb(30, 200, 30)), QStringLiteral("adapted"));
    QCOMPARE(pixelAt(view, 380), blue);
    QTest::keyClick(&view, Qt::Key_2); // there is none
    QCOMPARE(pixelAt(view, 380), blue);
    QTest::keyClick(&view, Qt::Key_3);
    QCOMPARE(pixelAt(view, 380), qRgb(30, 200, 30));
    QCOMPARE(changed.count(), 2);
    QCOMPARE(view.results().shownSlot(), 2);
}

void TestCompareView::theKeysOfTheViewComeBeforeTheWindows() {
    CompareView view;
    const auto taken = [&](int key, Qt::KeyboardModifiers modifiers = {}) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QCoreApplication::sendEvent(&view, &event);
        return event.isAccepted();
    };
    QVERIFY(taken(Qt::Key_1));
    QVERIFY(taken(Qt::Key_Space));
    QVERIFY(!taken(Qt::Key_P));
    QVERIFY(!taken(Qt::Key_S, Qt::ControlModifier));
}

void TestCompareView::changingTheModeKeepsThePixelUnderTheCursor() {
    CompareView view;
    place(view);
    view.setOriginal(plain(red, {1600, 1200}));
    view.setEnhanced(plain(blue, {1600, 1200}), QStringLiteral("fundus"));
    view.zoomTo(2.0);
    const QPointF cursor(310, 90);
    view.hover(cursor);
    const auto pixel = view.imageAt(cursor);
    for (const auto mode : limpid::compareModes) {
        view.setMode(mode);
        QVERIFY((view.imageAt(cursor) - pixel).manhattanLength() < 1e-6);
        QCOMPARE(view.transform().zoom(), 2.0);
    }
}

void TestCompareView::pixelsAreReadUnderTheCursor() {
    CompareView view;
    fill(view);
    std::optional<limpid::PixelReadout> readout;
    connect(&view, &CompareView::pixelHovered, this, [&](const limpid::PixelReadout& read) { readout = read; });
    QMouseEvent move(QEvent::MouseMove, QPointF(30, 40), QPointF(30, 40), Qt::NoButton, {}, {});
    QCoreApplication::sendEvent(&view, &move);
    QVERIFY(readout && readout->pixel);
    QCOMPARE(*readout->pixel, QPoint(30, 40));
    QCOMPARE(readout->original->text(), QStringLiteral("200, 30, 30"));
    QCOMPARE(readout->enhanced->text(), QStringLiteral("30, 30, 200"));
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&view, &leave);
    QVERIFY(!readout->pixel);
}

void TestCompareView::aDragMeasuresInRulerMode() {
    CompareView view;
    fill(view);
    view.setSpacing(7.0);
    QTest::keyClick(&view, Qt::Key_R);
    QTest::mousePress(&view, Qt::LeftButton, {}, {20, 30});
    QTest::mouseMove(&view, {50, 70});
    QTest::mouseRelease(&view, Qt::LeftButton, {}, {50, 70});
    QCOMPARE(view.ruler().pixels(), 50.0);
    QCOMPARE(view.ruler().micrometres(), 350.0);
    QVERIFY(view.transform().isFit());
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(view.ruler().isNull());
}

void TestCompareView::theStructureMapLiesOverTheImages() {
    CompareView view;
    fill(view);
    QImage map(400, 300, QImage::Format_Grayscale8);
    map.fill(0);
    for (int y = 240; y < 260; ++y) {
        for (int x = 100; x < 140; ++x)
            map.setPixel(x, y, 0xffffffff);
    }
    view.setStructure(map);
    QCOMPARE(pixelAt(view, 120), red);
    view.setStructureOpacity(1.0);
    QVERIFY(QColor(pixelAt(view, 120)).green() > 200);
    QCOMPARE(pixelAt(view, 60), red);
    QTest::keyClick(&view, Qt::Key_V);
    QCOMPARE(pixelAt(view, 120), red);
}

void TestCompareView::aDisplayWindowBrightensDeepImages() {
    CompareView view;
    place(view);
    QImage deep(400, 300, QImage::Format_Grayscale16);
    for (int y = 0; y < deep.height(); ++y)
        std::fill_n(reinterpret_cast<quint16*>(deep.scanLine(y)), deep.width(), quint16(3000));
    view.setOriginal(deep);
    QVERIFY(qRed(pixelAt(view, 20)) < 20);
    const QSignalSpy changed(&view, &CompareView::windowChanged);
    view.setWindow({1000, 3000});
    QCOMPARE(qRed(pixelAt(view, 20)), 255);
    QTest::keyClick(&view, Qt::Key_W, Qt::ShiftModifier);
    QCOMPARE(view.window(), limpid::DisplayWindow());
    QTest::keyClick(&view, Qt::Key_W);
    QVERIFY(view.window().low <= 3000 && view.window().high >= 3000 && view.window().width() < 10);
    QCOMPARE(changed.count(), 3);
    view.setOriginal(deep); // the window stays
    QCOMPARE(changed.count(), 3);
    QVERIFY(view.window().width() < 10);
}

void TestCompareView::theLoupeMagnifiesBoth() {
    CompareView view;
    fill(view);
    auto spotted = plain(blue);
    spotted.setPixel(60, 200, qRgb(0, 255, 0));
    view.setEnhanced(spotted, QStringLiteral("fundus"));
    QTest::keyClick(&view, Qt::Key_L);
    view.hover(QPointF(60.5, 200.5));
    const auto drawn = view.grab().toImage();
    int spots = 0;
    int middles = 0;
    for (int y = 0; y < drawn.height(); ++y) {
        for (int x = 0; x < drawn.width(); ++x) {
            spots += drawn.pixel(x, y) == qRgb(0, 255, 0);
            middles += drawn.pixel(x, y) == red && x < 200 && y > 190 && y < 210;
        }
    }
    QVERIFY(spots >= 9); // a pixel at four times its size, less what the cross covers
    QVERIFY(middles > 0);
}

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
