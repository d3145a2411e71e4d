// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/view_transform.h"

#include <QLineF>
#include <QTest>

using limpid::ViewTransform;

class TestViewTransform : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fitShowsTheWholeImageInTheMiddle();
    void hundredPercentIsOneDevicePixelPerImagePixel();
    void zoomingKeepsThePixelUnderTheCursor();
    void zoomingOutEndsAtFit();
    void anImageThatFitsGoesOnFitting();
    void aZoomedImageKeepsItsMiddleWhenTheViewGrows();
    void anotherSizeKeepsZoomAndShareOfTheImage();
    void theImageCannotBeDraggedOutOfSight();
    void zoomHasAnEnd();
};

namespace {

/// A view of 400 x 300 on an image of 2000 x 1000.
ViewTransform wide() {
    ViewTransform transform;
    transform.setViewSize({400, 300}, 1.0);
    transform.setImageSize({2000, 1000});
    return transform;
}

bool near(const QPointF& one, const QPointF& other) {
    return QLineF(one, other).length() < 1e-6;
}

} // namespace

void TestViewTransform::fitShowsTheWholeImageInTheMiddle() {
    const auto transform = wide();
    QVERIFY(transform.isFit());
    QCOMPARE(transform.scale(), 0.2);
    QCOMPARE(transform.imageRect(), QRectF(0, 50, 400, 200));
}

void TestViewTransform::hundredPercentIsOneDevicePixelPerImagePixel() {
    ViewTransform transform;
    transform.setViewSize({400, 300}, 2.0);
    transform.setImageSize({2000, 1000});
    transform.zoomTo(1.0, {200, 150});
    QCOMPARE(transform.scale(), 0.5);
    QCOMPARE(transform.zoom(), 1.0);
}

void TestViewTransform::zoomingKeepsThePixelUnderTheCursor() {
    auto transform = wide();
    const QPointF cursor(310, 120);
    const auto pixel = transform.toImage(cursor);
    for (const double factor : {1.25, 3.0, 0.9, 4.0}) {
        transform.zoomAbout(cursor, factor);
        QVERIFY(near(transform.toImage(cursor), pixel));
    }
    QVERIFY(near(transform.toView(pixel), cursor));
}

void TestViewTransform::zoomingOutEndsAtFit() {
    auto transform = wide();
    transform.zoomAbout({10, 60}, 5.0);
    QVERIFY(!transform.isFit());
    transform.zoomAbout({390, 240}, 0.01);
    QVERIFY(transform.isFit());
    QCOMPARE(transform.imageRect(), QRectF(0, 50, 400, 200));
}

void TestViewTransform::anImageThatFitsGoesOnFitting() {
    auto transform = wide();
    transform.setViewSize({800, 300}, 1.0);
    QCOMPARE(transform.scale(), 0.3);
    transform.setImageSize({300, 300});
    QCOMPARE(transform.scale(), 1.0);
}

void TestViewTransform::aZoomedImageKeepsItsMiddleWhenTheViewGrows() {
    auto transform = wide();
    transform.zoomTo(1.0, {200, 150});
    const auto middle = transform.toImage({200, 150});
    transform.setViewSize({600, 500}, 1.0);
    QVERIFY(near(transform.toImage({300, 250}), middle));
    QCOMPARE(transform.zoom(), 1.0);
}

void TestViewTransform::anotherSizeKeepsZoomAndShareOfTheImage() {
    auto transform = wide();
    transform.zoomTo(2.0, {200, 150});
    transform.panBy({-1000, 200});
    const auto middle = transform.toImage({200, 150});
    transform.setImageSize({1000, 3000});
    QCOMPARE(transform.zoom(), 2.0);
    QVERIFY(near(transform.toImage({200, 150}), {middle.x() / 2, middle.y() * 3}));
    auto fitted = wide();
    fitted.setImageSize({1000, 3000});
    QVERIFY(fitted.isFit());
    QCOMPARE(fitted.scale(), 0.1);
}

void TestViewTransform::theImageCannotBeDraggedOutOfSight() {
    auto transform = wide();
    transform.zoomTo(1.0, {200, 150});
    transform.panBy({100000, -100000});
    const auto middle = transform.toImage({200, 150});
    QCOMPARE(middle.x(), 0.0);
    QCOMPARE(middle.y(), 1000.0);
}

void TestViewTransform::zoomHasAnEnd() {
    auto transform = wide();
    for (int i = 0; i < 50; ++i)
        transform.zoomAbout({200, 150}, 2.0);
    QCOMPARE(transform.zoom(), ViewTransform::greatestZoom);
}

QTEST_APPLESS_MAIN(TestViewTransform)
#include "tst_view_transform.moc"
