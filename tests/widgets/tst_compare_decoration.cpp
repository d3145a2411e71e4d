// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_decoration.h"

#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cstdlib>

using namespace limpid;

class TestCompareDecoration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsPaintedOfNothing();
    void aLabelStaysInItsAreaAndItsCorner_data();
    void aLabelStaysInItsAreaAndItsCorner();
    void aLongLabelKeepsItsBeginning();
    void theLineIsSeenOnBlackAndOnWhite();
    void theRulersTextStaysInSight_data();
    void theRulersTextStaysInSight();
    void aRulerBesideTheViewIsNotPainted();
    void theColourScaleShowsItsColours();
    void longNumbersOfTheColourScaleStayOnItsPlate();
    void theFocusIsSeen();
    void nothingIsPaintedOverTheLoupe();

private:
    static QImage painted(const CompareScene& scene, const QColor& ground = Qt::gray);
};

namespace {

constexpr QSize viewSize(400, 300);
constexpr double viewWidth = viewSize.width();
constexpr double viewHeight = viewSize.height();

CompareScene empty() {
    CompareScene scene;
    scene.view = viewSize;
    return scene;
}

/// Where anything was painted.
QRect touched(const QImage& image, const QColor& ground = Qt::gray) {
    QRect area;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixel(x, y) != ground.rgb())
                area |= QRect(x, y, 1, 1);
        }
    }
    return area;
}

} // namespace

QImage TestCompareDecoration::painted(const CompareScene& scene, const QColor& ground) {
    QImage image(viewSize, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    paintCompareDecoration(painter, scene, QPalette());
    painter.end();
    return image;
}

void TestCompareDecoration::nothingIsPaintedOfNothing() {
    QVERIFY(touched(painted(empty())).isEmpty());
}

void TestCompareDecoration::aLabelStaysInItsAreaAndItsCorner_data() {
    QTest::addColumn<SceneCorner>("corner");
    QTest::addColumn<QRect>("part"); // of the area
    const QRect area(100, 50, 200, 200);
    QTest::newRow("top left") << SceneCorner::TopLeft << QRect(area.topLeft(), QSize(120, 60));
    QTest::newRow("top right") << SceneCorner::TopRight << QRect(180, 50, 120, 60);
    QTest::newRow("bottom left") << SceneCorner::BottomLeft << QRect(100, 190, 120, 60);
    QTest::newRow("bottom middle") << SceneCorner::BottomMiddle << QRect(130, 190, 140, 60);
}

void TestCompareDecoration::aLabelStaysInItsAreaAndItsCorner() {
    QFETCH(const SceneCorner, corner);
    QFETCH(const QRect, part);
    auto scene = empty();
    scene.labels.push_back({QStringLiteral("Original"), QRectF(100, 50, 200, 200), corner});
    const auto area = touched(painted(scene));
    QVERIFY(!area.isEmpty());
    QVERIFY(part.contains(area));
}

void TestCompareDecoration::aLongLabelKeepsItsBeginning() {
    auto scene = empty();
    const QRectF pane(0, 0, 150, viewHeight);
    scene.labels.push_back({QStringLiteral("Enhanced by a model with a very long name"), pane, SceneCorner::TopLeft});
    const auto area = touched(painted(scene));
    QVERIFY(area.left() > 5 && area.right() < 145); // elided, with the plate's both ends
}

void TestCompareDecoration::theLineIsSeenOnBlackAndOnWhite() {
    auto scene = empty();
    scene.line = SceneLine{Qt::Horizontal, 100.0};
    for (const QColor ground : {Qt::black, Qt::white}) {
        const auto area = touched(painted(scene, ground), ground);
        QCOMPARE(area.top(), 0);
        QCOMPARE(area.bottom(), viewSize.height() - 1);
        QVERIFY(area.contains(100, 150));
    }
    scene.line = SceneLine{Qt::Vertical, 100.0};
    QCOMPARE(touched(painted(scene, Qt::black), Qt::black).width(), viewSize.width());
}

void TestCompareDecoration::theRulersTextStaysInSight_data() {
    QTest::addColumn<QLineF>("line");
    QTest::newRow("in the middle") << QLineF(150, 100, 250, 120);
    QTest::newRow("to the lower edge") << QLineF(150, 100, 200, viewHeight - 2);
    QTest::newRow("to the right edge") << QLineF(150, 100, viewWidth - 2, 100);
    QTest::newRow("to the left corner") << QLineF(150, 100, 2, viewHeight - 2);
    QTest::newRow("to the right corner, upwards") << QLineF(150, 200, viewWidth - 2, 2);
    QTest::newRow("beyond the edge") << QLineF(150, 100, viewWidth + 500, viewHeight + 400);
    QTest::newRow("from beyond to beyond") << QLineF(-300, 150, viewWidth + 500, 150);
}

void TestCompareDecoration::theRulersTextStaysInSight() {
    QFETCH(const QLineF, line);
    const QString text = QStringLiteral("500.0 px \u00b7 1.80 mm");
    auto scene = empty();
    scene.rulers.push_back({line, QRectF({0, 0}, scene.view), text});
    auto bare = scene;
    bare.rulers[0].text.clear();
    const auto with = painted(scene);
    const auto without = painted(bare);
    // What the words add is as wide as they are: nothing of them is cut off.
    QRect words;
    for (int y = 0; y < with.height(); ++y) {
        for (int x = 0; x < with.width(); ++x) {
            if (qGray(with.pixel(x, y)) > qGray(without.pixel(x, y)) + 60)
                words |= QRect(x, y, 1, 1);
        }
    }
    const QFontMetricsF metrics{QFont()};
    QVERIFY(words.width() > metrics.horizontalAdvance(text) - 12);
}

void TestCompareDecoration::aRulerBesideTheViewIsNotPainted() {
    auto scene = empty();
    const QRectF view({0, 0}, scene.view);
    scene.rulers.push_back({{-200, 50, -100, 80}, view, QStringLiteral("500.0 px")});
    scene.rulers.push_back({{-100, 200, 100, 500}, view, QStringLiteral("500.0 px")}); // past the corner
    QVERIFY(touched(painted(scene)).isEmpty());
}

void TestCompareDecoration::longNumbersOfTheColourScaleStayOnItsPlate() {
    auto scene = empty();
    scene.colours = DifferenceMap(DifferenceMap::Kind::Signed, 1.0);
    scene.valuesPerLevel = 257.0; // -65,535 to 65,535
    const auto image = painted(scene);
    const auto plate = touched(image);
    for (int y = plate.top(); y <= plate.bottom(); ++y) {
        for (const int x : {plate.left(), plate.left() + 2, plate.right() - 2, plate.right()})
            QVERIFY(qGray(image.pixel(x, y)) <= qGray(QColor(Qt::gray).rgb()));
    }
}

void TestCompareDecoration::theColourScaleShowsItsColours() {
    auto scene = empty();
    scene.colours = DifferenceMap(DifferenceMap::Kind::Signed, 4.0);
    const auto image = painted(scene);
    const auto area = touched(image);
    QVERIFY(area.left() > viewSize.width() / 4 && area.top() > viewSize.height() / 2);
    const auto has = [&](const QColor& wanted) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor found(image.pixel(x, area.top() + 12));
            if (std::abs(found.red() - wanted.red()) < 8 && std::abs(found.blue() - wanted.blue()) < 8)
                return true;
        }
        return false;
    };
    QVERIFY(has(QColor::fromRgb(scene.colours->colourAt(-60))));
    QVERIFY(has(QColor::fromRgb(scene.colours->colourAt(0))));
    QVERIFY(has(QColor::fromRgb(scene.colours->colourAt(60))));
    scene.valuesPerLevel = 257.0; // other numbers
    QVERIFY(painted(scene) != image);
}

void TestCompareDecoration::theFocusIsSeen() {
    auto scene = empty();
    scene.focused = true;
    QCOMPARE(touched(painted(scene)).size(), viewSize); // a ring around the view
    scene.line = SceneLine{Qt::Horizontal, 100.0};
    const auto focused = painted(scene);
    scene.focused = false;
    QVERIFY(painted(scene) != focused);
}

void TestCompareDecoration::nothingIsPaintedOverTheLoupe() {
    auto scene = empty();
    const QRectF square(150, 100, 100, 100);
    scene.rulers.push_back({{20, 150, 380, 150}, QRectF({0, 0}, scene.view), QStringLiteral("words")});
    scene.line = SceneLine{Qt::Horizontal, 200.0};
    scene.loupes.push_back(square);
    const auto image = painted(scene);
    const auto inner = square.toRect().adjusted(4, 4, -4, -4);
    QVERIFY(touched(image.copy(inner)).isEmpty());
    QVERIFY(!touched(image.copy(20, 145, 100, 10)).isEmpty());
}

QTEST_MAIN(TestCompareDecoration)
#include "tst_compare_decoration.moc"
