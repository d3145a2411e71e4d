// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_renderer_vtk.h"

#include "compare/compare_renderer_painter.h"
#include "compare/compare_scene_builder.h"
#include "compare/compare_view.h"

#include <QOpenGLWidget>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdlib>

using namespace limpid;

/// Needs a display with OpenGL: label gl.
class TestCompareRendererVtk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFrameIsTheSceneOnTheSurround();
    void bothRenderersDrawTheSame_data();
    void bothRenderersDrawTheSame();
    void everyImagePixelIsInItsPlace();
    void tilesMeetWithoutASeam();
    void theOverlayShinesThrough();
    void theViewIsDrawnWithOpenGlWhereAGraphicsCardDraws();
    void aViewThatMovesToAnotherWindowIsDrawnAgain();
};

namespace {

constexpr QSize viewSize(320, 240);

/// No two places alike, so that a turned, shifted or mirrored image is found out.
QImage slope(const QSize& size) {
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 255 / size.width(), y * 255 / size.height(), 40));
    }
    return image;
}

QImage negative(QImage image) {
    image.invertPixels();
    return image;
}

struct Stage {
    explicit Stage(const QSize& size) {
        images.setOriginal(slope(size));
        images.setResult(0, negative(slope(size)), QStringLiteral("model"));
        transform.setViewSize(viewSize, 1.0);
        transform.setImageSize(size);
    }

    CompareScene scene() { return buildCompareScene(state, images, transform, viewSize, 1.0); }

    QImage byVtk() {
        CompareRendererVtk renderer([this] { return scene(); }, [](QPainter&, const CompareScene&) {});
        renderer.resize(viewSize);
        renderer.show();
        if (!QTest::qWaitForWindowExposed(&renderer))
            return {};
        return renderer.grabFramebuffer().convertToFormat(QImage::Format_RGB32);
    }

    QImage byPainter() {
        QImage drawn(viewSize, QImage::Format_RGB32);
        drawn.fill(compareSurround);
        QPainter painter(&drawn);
        paintCompareImages(painter, scene());
        return drawn;
    }

    CompareState state;
    CompareImages images;
    ViewTransform transform;
};

/// The greatest difference of a channel.
int difference(QRgb one, QRgb other) {
    return std::max({std::abs(qRed(one) - qRed(other)), std::abs(qGreen(one) - qGreen(other)),
                     std::abs(qBlue(one) - qBlue(other))});
}

} // namespace

void TestCompareRendererVtk::initTestCase() {
    if (CompareRendererVtk::offered() == CompareRendererVtk::OpenGl::None)
        QSKIP("There is no OpenGL 3.2 for widgets here.");
}

void TestCompareRendererVtk::aFrameIsTheSceneOnTheSurround() {
    Stage stage({200, 240}); // 60 columns of surround at each side
    stage.state.split = 0.25;
    const auto drawn = stage.byVtk();
    QCOMPARE(drawn.size(), viewSize);
    QCOMPARE(QColor(drawn.pixel(30, 120)), compareSurround);
    QCOMPARE(QColor(drawn.pixel(290, 120)), compareSurround);
    const auto original = slope({200, 240});
    // At 100 % every pixel is that of the image: no blending, no vertical flip, and the line where it belongs.
    QCOMPARE(QColor(drawn.pixel(60, 0)), QColor(original.pixel(0, 0)));
    QCOMPARE(QColor(drawn.pixel(79, 230)), QColor(original.pixel(19, 230)));
    QCOMPARE(QColor(drawn.pixel(80, 230)), QColor(negative(original).pixel(20, 230)));
    QCOMPARE(QColor(drawn.pixel(259, 239)), QColor(negative(original).pixel(199, 239)));
}

void TestCompareRendererVtk::bothRenderersDrawTheSame_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("zoom");
    QTest::newRow("split, fitted down") << static_cast<int>(CompareMode::Split) << QSize(900, 700) << 0.0;
    QTest::newRow("split, 100 %") << static_cast<int>(CompareMode::Split) << QSize(900, 700) << 1.0;
    QTest::newRow("split, 800 %") << static_cast<int>(CompareMode::Split) << QSize(90, 70) << 8.0;
    QTest::newRow("split, 130 %") << static_cast<int>(CompareMode::Split) << QSize(900, 700) << 1.3;
    QTest::newRow("side by side") << static_cast<int>(CompareMode::SideBySide) << QSize(900, 700) << 0.7;
    QTest::newRow("signed difference") << static_cast<int>(CompareMode::SignedDifference) << QSize(900, 700) << 0.4;
    QTest::newRow("absolute difference") << static_cast<int>(CompareMode::AbsoluteDifference) << QSize(300, 200) << 2.0;
}

void TestCompareRendererVtk::bothRenderersDrawTheSame() {
    QFETCH(int, mode);
    QFETCH(QSize, size);
    QFETCH(double, zoom);
    Stage stage(size);
    stage.state.mode = static_cast<CompareMode>(mode);
    const CompareLayout layout(stage.state, true, viewSize, 1.0);
    stage.transform.setViewSize(layout.paneSize(), 1.0);
    if (zoom > 0.0)
        stage.transform.zoomTo(zoom, {77, 55});
    const auto expected = stage.byPainter();
    const auto drawn = stage.byVtk();
    int wrong = 0;
    for (int y = 0; y < viewSize.height(); ++y) {
        for (int x = 0; x < viewSize.width(); ++x)
            wrong += difference(drawn.pixel(x, y), expected.pixel(x, y)) > 6;
    }
    // Squares of pixels may end a device pixel earlier or later; a shifted image would differ in far more places.
    QVERIFY2(wrong < viewSize.width() * viewSize.height() / 100, qPrintable(QString::number(wrong)));
}

void TestCompareRendererVtk::everyImagePixelIsInItsPlace() {
    Stage stage({40, 30});
    stage.state.mode = CompareMode::Flip;
    stage.state.held = true;
    QCOMPARE(stage.transform.zoom(), 8.0);
    const auto drawn = stage.byVtk();
    const auto original = slope({40, 30});
    for (int y = 0; y < 30; ++y) {
        for (int x = 0; x < 40; ++x) {
            for (const QPoint corner : {QPoint(0, 0), QPoint(7, 7)})
                QCOMPARE(QColor(drawn.pixel(QPoint(8 * x, 8 * y) + corner)), QColor(original.pixel(x, y)));
        }
    }
}

void TestCompareRendererVtk::tilesMeetWithoutASeam() {
    Stage stage({1300, 900});
    QImage even(1300, 900, QImage::Format_RGB32);
    even.fill(qRgb(250, 250, 250));
    stage.images.setOriginal(even);
    stage.transform.zoomTo(0.77, {160.3, 121.7});
    stage.transform.panBy({0.4, -0.3});
    const auto drawn = stage.byVtk();
    for (int y = 0; y < viewSize.height(); ++y) {
        for (int x = 0; x < viewSize.width(); ++x)
            QCOMPARE(qGreen(drawn.pixel(x, y)), 250);
    }
}

void TestCompareRendererVtk::theOverlayShinesThrough() {
    Stage stage({320, 240});
    QImage map(320, 240, QImage::Format_Grayscale8);
    map.fill(0);
    for (int y = 100; y < 140; ++y)
        std::fill_n(map.scanLine(y) + 50, 40, uchar(255));
    stage.images.setStructure(map);
    stage.state.structureOpacity = 0.5;
    const auto expected = stage.byPainter();
    const auto drawn = stage.byVtk();
    for (const QPoint place : {QPoint(70, 120), QPoint(40, 120), QPoint(70, 90), QPoint(200, 30)})
        QVERIFY(difference(drawn.pixel(place), expected.pixel(place)) <= 2);
    QVERIFY(difference(drawn.pixel(70, 120), slope({320, 240}).pixel(70, 120)) > 40);
}

void TestCompareRendererVtk::theViewIsDrawnWithOpenGlWhereAGraphicsCardDraws() {
    CompareView view;
    view.resize(viewSize);
    view.setOriginal(slope({320, 240}));
    view.setEnhanced(negative(slope({320, 240})), QStringLiteral("model"));
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    // Where the processor would draw for OpenGL, QPainter does it faster.
    const bool hardware = CompareRendererVtk::offered() == CompareRendererVtk::OpenGl::Hardware;
    QCOMPARE(view.findChild<QOpenGLWidget*>() != nullptr, hardware);
    const auto drawn = view.grab().toImage();
    const auto original = slope({320, 240});
    QCOMPARE(QColor(drawn.pixel(20, 200)), QColor(original.pixel(20, 200)));
    QCOMPARE(QColor(drawn.pixel(300, 200)), QColor(negative(original).pixel(300, 200)));
    QVERIFY(drawn.pixel(30, 24) != original.pixel(30, 24)); // the label's plate, painted over VTK's picture
}

void TestCompareRendererVtk::aViewThatMovesToAnotherWindowIsDrawnAgain() {
    QWidget window;
    window.resize(400, 300);
    auto* view = new CompareView;
    view->resize(viewSize);
    view->setOriginal(slope({320, 240}));
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view));
    view->grab();
    view->setParent(&window);
    view->resize(viewSize);
    view->show();
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCOMPARE(QColor(view->grab().toImage().pixel(20, 200)), QColor(slope({320, 240}).pixel(20, 200)));
}

QTEST_MAIN(TestCompareRendererVtk)
#include "tst_compare_renderer_vtk.moc"
