// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/piece_cutter.h"

#include <QTest>

#include <cmath>
#include <memory>

using namespace limpid;

class TestPieceCutter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thePiecesFillWhatIsVisibleOnce_data();
    void thePiecesFillWhatIsVisibleOnce();
    void theLevelFitsTheSizeOnTheScreen();
    void squaresAreShownFromTwoHundredPercent();
    void aDeepImageIsCutIntoWhatTheScreenShows();
    void whatMustBeComputedIsCutCoarser_data();
    void whatMustBeComputedIsCutCoarser();
    void nothingIsCutOfNothing();
};

namespace {

ShownImage grey(const QSize& size) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::gray);
    return ShownImage(image);
}

} // namespace

void TestPieceCutter::thePiecesFillWhatIsVisibleOnce_data() {
    QTest::addColumn<QRectF>("place");
    QTest::addColumn<double>("ratio");
    QTest::newRow("small") << QRectF(10.3, 20.7, 150.2, 100.1) << 1.0;
    QTest::newRow("full size") << QRectF(-500.4, -100.6, 1501, 1001) << 1.0;
    QTest::newRow("enlarged") << QRectF(-2000.1, -900.9, 4503, 3003) << 1.0;
    QTest::newRow("dense screen") << QRectF(-20.1, -9.9, 1100.7, 734) << 1.5;
}

void TestPieceCutter::thePiecesFillWhatIsVisibleOnce() {
    QFETCH(QRectF, place);
    QFETCH(double, ratio);
    auto image = grey({1501, 1001});
    const QRectF clip(0, 0, 400, 300);
    std::vector<ScenePiece> pieces;
    PieceCutter(pieces, ratio).cut(image, place, clip);
    double area = 0.0;
    QRectF all;
    for (const auto& piece : pieces) {
        for (const double edge : {piece.area.left(), piece.area.top(), piece.area.right(), piece.area.bottom()})
            QVERIFY(std::abs(edge * ratio - std::round(edge * ratio)) < 1e-6);
        area += piece.area.width() * piece.area.height();
        all |= piece.area;
        QVERIFY(piece.pixels.rect().contains(piece.part));
        // A pixel of the part is as large as the image's zoom makes it.
        const double side = 1501.0 / piece.pixels.width();
        QVERIFY(std::abs(piece.place.width() / piece.part.width() - place.width() / 1501 * std::round(side)) < 1e-6);
    }
    const auto visible = place & clip;
    QVERIFY(std::abs(all.width() * all.height() - area) < 1e-6);
    QVERIFY(std::abs(all.left() - visible.left()) <= 0.5 / ratio + 1e-9);
    QVERIFY(std::abs(all.bottom() - visible.bottom()) <= 0.5 / ratio + 1e-9);
}

void TestPieceCutter::theLevelFitsTheSizeOnTheScreen() {
    auto image = grey({4096, 2048});
    std::vector<ScenePiece> pieces;
    PieceCutter(pieces, 1.0).cut(image, {0, 0, 512, 256}, {0, 0, 512, 256});
    QCOMPARE(pieces.front().pixels.width(), 512);
    pieces.clear();
    PieceCutter(pieces, 2.0).cut(image, {0, 0, 512, 256}, {0, 0, 512, 256});
    QCOMPARE(pieces.front().pixels.width(), 1024);
}

void TestPieceCutter::squaresAreShownFromTwoHundredPercent() {
    auto image = grey({400, 300});
    const auto smoothAt = [&](double zoom) {
        std::vector<ScenePiece> pieces;
        PieceCutter(pieces, 1.0).cut(image, {0, 0, 400 * zoom, 300 * zoom}, {0, 0, 400, 300});
        return pieces.front().smooth;
    };
    QVERIFY(smoothAt(0.9));
    QVERIFY(!smoothAt(1.0));
    QVERIFY(smoothAt(1.9));
    QVERIFY(!smoothAt(2.0));
    QVERIFY(!smoothAt(8.0));
}

void TestPieceCutter::aDeepImageIsCutIntoWhatTheScreenShows() {
    QImage deep(1501, 1001, QImage::Format_RGBX64);
    deep.fill(QColor::fromRgba64(1000, 2000, 3000));
    ShownImage image(deep, std::make_shared<DisplayTable>(DisplayWindow{1000, 3000}));
    const QRectF clip(0, 0, 400, 300);
    std::vector<ScenePiece> pieces;
    PieceCutter(pieces, 1.0).cut(image, {-500, -400, 1501, 1001}, clip);
    double area = 0.0;
    for (const auto& piece : pieces) {
        QCOMPARE(piece.pixels.format(), QImage::Format_RGB32);
        QCOMPARE(piece.pixels.pixel(5, 5), qRgb(0, 128, 255));
        area += piece.area.width() * piece.area.height();
    }
    QCOMPARE(area, 400.0 * 300.0);
    std::vector<ScenePiece> again;
    PieceCutter(again, 1.0).cut(image, {-500, -400, 1501, 1001}, clip);
    QCOMPARE(again.front().pixels.cacheKey(), pieces.front().pixels.cacheKey());
}

void TestPieceCutter::whatMustBeComputedIsCutCoarser_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("level");
    QTest::newRow("full size") << 4096 << 0;
    QTest::newRow("three quarters") << 3072 << 0;
    QTest::newRow("0.65") << 2662 << 1; // of a quarter fewer pixels than the view has, at most
    QTest::newRow("half") << 2048 << 1;
    QTest::newRow("0.35") << 1434 << 1;
    QTest::newRow("0.33") << 1352 << 2;
}

void TestPieceCutter::whatMustBeComputedIsCutCoarser() {
    QFETCH(int, width);
    QFETCH(int, level);
    const auto image = grey({4096, 2048});
    std::vector<ScenePiece> pieces;
    const PieceCutter cutter(pieces, 1.0);
    QCOMPARE(cutter.levelToMake(image, QRectF(0, 0, width, width / 2.0)), level);
}

void TestPieceCutter::nothingIsCutOfNothing() {
    auto image = grey({400, 300});
    ShownImage none;
    std::vector<ScenePiece> pieces;
    PieceCutter cutter(pieces, 1.0);
    cutter.cut(none, {0, 0, 400, 300}, {0, 0, 400, 300});
    cutter.cut(image, {0, 0, 400, 300}, {0, 0, 400, 300}, 0.0);
    cutter.cut(image, {500, 0, 400, 300}, {0, 0, 400, 300});
    cutter.cut(image, {0, 0, 400, 300}, {0, 0, 0, 300});
    QVERIFY(pieces.empty());
}

QTEST_APPLESS_MAIN(TestPieceCutter)
#include "tst_piece_cutter.moc"
