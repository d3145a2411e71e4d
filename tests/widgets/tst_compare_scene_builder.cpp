// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_scene_builder.h"

#include <QTest>

#include <algorithm>

using namespace limpid;

class TestCompareSceneBuilder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anEmptyViewHoldsOnlyWhatIsWaitedFor();
    void theSplitShowsBothSidesOfTheLine();
    void labelsNameWhatIsShown_data();
    void labelsNameWhatIsShown();
    void theRulerLiesOnEveryPane();
    void oneRulerRunsThroughTheSplit();
    void theCursorIsMarkedOnTheOtherPaneOnly();
    void theLoupeNeedsTheCursorOnTheImage();
    void structuresLieOverTheImages();
    void differencesComeWithTheirScale();
    void theScaleOfADeepDifferenceIsInItsOwnValues();
    void piecesStayInsideTheirPane();

private:
    CompareScene build() { return buildCompareScene(m_state, m_images, m_transform, m_view, 1.0); }

    CompareState m_state;
    CompareImages m_images;
    ViewTransform m_transform;
    QSizeF m_view{400, 300};
};

namespace {

QImage plain(int grey, QImage::Format format = QImage::Format_RGB32) {
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(qRgb(grey, grey, grey));
    return image.convertToFormat(format);
}

QRectF areaOf(const CompareScene& scene) {
    QRectF area;
    for (const auto& piece : scene.pieces)
        area |= piece.area;
    return area;
}

bool hasLabel(const CompareScene& scene, const QString& words, SceneCorner corner) {
    return std::ranges::any_of(
        scene.labels, [&](const SceneLabel& label) { return label.corner == corner && label.text.contains(words); });
}

} // namespace

void TestCompareSceneBuilder::init() {
    m_state = {};
    m_images.setOriginal(plain(50));
    m_images.setResult(0, plain(90), QStringLiteral("fundus"));
    m_images.setStructure({});
    m_images.setWindow({});
    m_transform = {};
    m_transform.setViewSize(m_view, 1.0);
    m_transform.setImageSize({400, 300});
}

void TestCompareSceneBuilder::anEmptyViewHoldsOnlyWhatIsWaitedFor() {
    m_images.clear();
    m_state.cursor = QPointF(20, 20);
    m_state.loupe = true;
    m_state.ruler.line = {0, 0, 5, 5};
    const auto empty = build();
    QVERIFY(empty.pieces.empty() && empty.labels.empty() && empty.rulers.empty() && empty.loupes.empty());
    QVERIFY(!empty.line && !empty.colours);
    m_state.pending = QStringLiteral("Reading");
    QVERIFY(hasLabel(build(), QStringLiteral("Reading"), SceneCorner::BottomMiddle));
}

void TestCompareSceneBuilder::theSplitShowsBothSidesOfTheLine() {
    m_state.split = 0.25;
    const auto scene = build();
    QCOMPARE(scene.line->position, 100.0);
    QCOMPARE(scene.line->orientation, Qt::Horizontal);
    QCOMPARE(areaOf(scene), QRectF(0, 0, 400, 300));
    for (const auto& piece : scene.pieces) {
        const int grey = qRed(piece.pixels.pixel(piece.part.topLeft()));
        QCOMPARE(grey, piece.area.left() < 100 ? 50 : 90);
    }
    m_state.held = true;
    for (const auto& piece : build().pieces)
        QCOMPARE(qRed(piece.pixels.pixel(piece.part.topLeft())), 50);
    QVERIFY(!build().line);
}

void TestCompareSceneBuilder::labelsNameWhatIsShown_data() {
    QTest::addColumn<CompareMode>("mode");
    QTest::addColumn<QString>("words");
    QTest::addColumn<SceneCorner>("corner");
    QTest::newRow("split") << CompareMode::Split << QStringLiteral("fundus") << SceneCorner::TopRight;
    QTest::newRow("side by side") << CompareMode::SideBySide << QStringLiteral("Original") << SceneCorner::TopLeft;
    QTest::newRow("flip") << CompareMode::Flip << QStringLiteral("Enhanced") << SceneCorner::TopRight;
    QTest::newRow("signed") << CompareMode::SignedDifference << QStringLiteral("minus original")
                            << SceneCorner::TopLeft;
    QTest::newRow("absolute") << CompareMode::AbsoluteDifference << QStringLiteral("fundus") << SceneCorner::TopLeft;
}

void TestCompareSceneBuilder::labelsNameWhatIsShown() {
    QFETCH(const CompareMode, mode);
    QFETCH(const QString, words);
    QFETCH(const SceneCorner, corner);
    m_state.mode = mode;
    QVERIFY(hasLabel(build(), words, corner));
    m_images.setResult(0, {}, {}); // never the name of what is not there
    QVERIFY(!hasLabel(build(), QStringLiteral("fundus"), corner));
    QVERIFY(hasLabel(build(), QStringLiteral("Original"), SceneCorner::TopLeft));
}

void TestCompareSceneBuilder::theRulerLiesOnEveryPane() {
    m_state.mode = CompareMode::SideBySide;
    m_state.ruler.line = {40, 30, 80, 60};
    m_state.ruler.spacing = 8.0;
    m_transform.setViewSize(CompareLayout(m_state, true, m_view, 1.0).paneSize(), 1.0);
    const auto scene = build();
    QCOMPARE(scene.rulers.size(), 2U);
    const auto apart = scene.rulers[1].line.p1() - scene.rulers[0].line.p1();
    QCOMPARE(apart, scene.rulers[1].area.topLeft() - scene.rulers[0].area.topLeft());
    QCOMPARE(scene.rulers[0].line.p1(), m_transform.toView({40, 30}));
    QVERIFY(scene.rulers[0].text.contains(QStringLiteral("\u00b5m")));
}

void TestCompareSceneBuilder::oneRulerRunsThroughTheSplit() {
    m_state.ruler.line = {40, 30, 380, 60};
    const auto scene = build();
    QCOMPARE(scene.rulers.size(), 1U);
    QCOMPARE(scene.rulers[0].area, QRectF(0, 0, 400, 300));
}

void TestCompareSceneBuilder::theCursorIsMarkedOnTheOtherPaneOnly() {
    m_state.mode = CompareMode::SideBySide;
    m_state.cursor = QPointF(50, 150);
    const auto scene = build();
    QCOMPARE(scene.crosses.size(), 1U);
    QVERIFY(scene.crosses[0].x() > 200);
    QCOMPARE(scene.crosses[0].y(), 150.0);
    m_state.mode = CompareMode::Split;
    QVERIFY(build().crosses.empty());
}

void TestCompareSceneBuilder::theLoupeNeedsTheCursorOnTheImage() {
    m_state.loupe = true;
    QVERIFY(build().loupes.empty());
    m_state.cursor = QPointF(100, 150);
    QCOMPARE(build().loupes.size(), 2U);
    QVERIFY(hasLabel(build(), QStringLiteral("Enhanced"), SceneCorner::BottomLeft));
    m_images.setResult(0, {}, {});
    QCOMPARE(build().loupes.size(), 1U);
    m_view = {600, 300}; // surround at the right
    m_transform.setViewSize(m_view, 1.0);
    m_state.cursor = QPointF(590, 150);
    QVERIFY(build().loupes.empty());
    m_view = {400, 300};
}

void TestCompareSceneBuilder::structuresLieOverTheImages() {
    QImage map(40, 30, QImage::Format_Grayscale8);
    map.fill(255);
    m_images.setStructure(map);
    QVERIFY(std::ranges::all_of(build().pieces, [](const ScenePiece& piece) { return piece.opacity == 1.0; }));
    m_state.mode = CompareMode::Flip;
    m_state.structureOpacity = 0.4;
    const auto scene = build();
    QCOMPARE(scene.pieces.back().opacity, 0.4);
    QVERIFY(scene.pieces.back().pixels.hasAlphaChannel());
    QCOMPARE(scene.pieces.back().area, QRectF(0, 0, 400, 300)); // a smaller map covers the whole image
}

void TestCompareSceneBuilder::differencesComeWithTheirScale() {
    m_state.mode = CompareMode::SignedDifference;
    m_state.gain = 2.0;
    const auto scene = build();
    QVERIFY(scene.colours);
    QCOMPARE(scene.colours->range(), 127.5);
    QCOMPARE(scene.valuesPerLevel, 1.0);
    QCOMPARE(scene.pieces.front().pixels.pixel(5, 5), scene.colours->colourAt(40));
    m_images.setResult(0, {}, {});
    QVERIFY(!build().colours);
}

void TestCompareSceneBuilder::theScaleOfADeepDifferenceIsInItsOwnValues() {
    m_images.setOriginal(plain(50, QImage::Format_Grayscale16));
    m_images.setResult(0, plain(90, QImage::Format_RGBX64), {});
    m_images.setWindow({0, 2550 * 10});
    m_state.mode = CompareMode::SignedDifference;
    const auto scene = build();
    QCOMPARE(scene.valuesPerLevel, 100.0);
    // 40 * 257 values are 103 levels of that window.
    QCOMPARE(scene.pieces.front().pixels.pixel(5, 5), scene.colours->colourAt(103));
}

void TestCompareSceneBuilder::piecesStayInsideTheirPane() {
    m_state.mode = CompareMode::SideBySide;
    const CompareLayout layout(m_state, true, m_view, 1.0);
    m_transform.setViewSize(layout.paneSize(), 1.0);
    m_transform.zoomTo(5.0, {30, 40});
    for (const auto& piece : build().pieces) {
        const auto& pane = layout.paneAt(piece.area.center());
        QVERIFY(pane.area.contains(piece.area));
    }
}

QTEST_MAIN(TestCompareSceneBuilder)
#include "tst_compare_scene_builder.moc"
