// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_mouse.h"

#include "compare/compare_view.h"

#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <memory>

using namespace limpid;

class TestCompareMouse : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aDragOnTheLineMovesItAndBesideItTheImage();
    void theMiddleButtonMovesTheImageWhileMeasuring();
    void aClickWhileMeasuringDrawsNothing();
    void aDoubleClickSwitchesTheSizeAndOnTheLineItsPlace();
    void ctrlAndTheRightButtonSetTheWindow();
    void theRightButtonLeavesEightBitImagesAlone();
    void theWheelIsNeverPassedOn();
    void theCursorTellsWhatADragWouldDo();
    void nothingIsDraggedWithoutAnImage();

private:
    void drag(Qt::MouseButton button, const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys = {});

    std::unique_ptr<CompareView> m_view;
};

namespace {

QImage coloured(QImage::Format format = QImage::Format_RGB32) {
    QImage image(1600, 1200, QImage::Format_RGB32);
    image.fill(qRgb(200, 30, 30));
    return image.convertToFormat(format);
}

} // namespace

void TestCompareMouse::init() {
    m_view = std::make_unique<CompareView>(nullptr, CompareDrawing::Painter);
    m_view->resize(400, 300);
    m_view->grab(); // lays it out
    m_view->setOriginal(coloured());
    m_view->setEnhanced(coloured(), QStringLiteral("fundus"));
}

void TestCompareMouse::drag(Qt::MouseButton button, const QPoint& from, const QPoint& to, Qt::KeyboardModifiers keys) {
    QTest::mousePress(m_view.get(), button, keys, from);
    QTest::mouseMove(m_view.get(), to);
    QTest::mouseRelease(m_view.get(), button, keys, to);
}

void TestCompareMouse::aDragOnTheLineMovesItAndBesideItTheImage() {
    m_view->zoomTo(1.0);
    const auto before = m_view->imageAt({50, 50});
    drag(Qt::LeftButton, {203, 80}, {300, 80});
    QCOMPARE(m_view->split(), 0.75);
    QCOMPARE(m_view->imageAt({50, 50}), before);
    drag(Qt::LeftButton, {50, 50}, {80, 40});
    QCOMPARE(m_view->imageAt({80, 40}), before);
    QCOMPARE(m_view->split(), 0.75);
}

void TestCompareMouse::theMiddleButtonMovesTheImageWhileMeasuring() {
    m_view->zoomTo(1.0);
    m_view->setMeasuring(true);
    const auto before = m_view->imageAt({50, 50});
    drag(Qt::MiddleButton, {50, 50}, {60, 70});
    QCOMPARE(m_view->imageAt({60, 70}), before);
    QVERIFY(m_view->ruler().isNull());
    drag(Qt::LeftButton, {50, 50}, {53, 54});
    QCOMPARE(m_view->ruler().pixels(), 5.0);
    QCOMPARE(m_view->imageAt({60, 70}), before);
}

void TestCompareMouse::aClickWhileMeasuringDrawsNothing() {
    m_view->setMeasuring(true);
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {50, 50});
    QVERIFY(m_view->ruler().isNull());
}

void TestCompareMouse::aDoubleClickSwitchesTheSizeAndOnTheLineItsPlace() {
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {50, 50});
    QCOMPARE(m_view->transform().zoom(), 1.0);
    m_view->setSplit(0.25);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {100, 50});
    QCOMPARE(m_view->split(), 0.5);
    QCOMPARE(m_view->transform().zoom(), 1.0);
    m_view->setMeasuring(true);
    QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, {50, 50});
    QCOMPARE(m_view->transform().zoom(), 1.0);
}

void TestCompareMouse::ctrlAndTheRightButtonSetTheWindow() {
    m_view->setOriginal(coloured(QImage::Format_RGBX64));
    m_view->setWindow({10000, 20000});
    drag(Qt::RightButton, {50, 50}, {200, 50}, Qt::ControlModifier);
    QCOMPARE(m_view->window(), (DisplayWindow{5000, 25000})); // 150 pixels double it
    drag(Qt::RightButton, {200, 50}, {50, 50}, Qt::ControlModifier);
    QCOMPARE(m_view->window(), (DisplayWindow{10000, 20000}));
    drag(Qt::RightButton, {50, 200}, {50, 180}, Qt::ControlModifier); // up: brighter
    QCOMPARE(m_view->window(), (DisplayWindow{9500, 19500}));
    QVERIFY(m_view->transform().isFit());
}

void TestCompareMouse::theRightButtonLeavesEightBitImagesAlone() {
    const QSignalSpy changed(m_view.get(), &CompareView::windowChanged);
    drag(Qt::RightButton, {50, 50}, {200, 90}, Qt::ControlModifier);
    m_view->setOriginal(coloured(QImage::Format_RGBX64));
    drag(Qt::RightButton, {50, 50}, {200, 90});
    QCOMPARE(changed.count(), 0);
    QVERIFY(m_view->transform().isFit());
}

void TestCompareMouse::theWheelIsNeverPassedOn() {
    QWheelEvent notch({50, 50}, {50, 50}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    notch.ignore();
    const double before = m_view->transform().zoom();
    QCoreApplication::sendEvent(m_view.get(), &notch);
    QVERIFY(notch.isAccepted());
    QCOMPARE(m_view->transform().zoom(), before * CompareView::zoomStep);
}

void TestCompareMouse::theCursorTellsWhatADragWouldDo() {
    const auto over = [this](const QPointF& place) {
        QMouseEvent move(QEvent::MouseMove, place, place, Qt::NoButton, {}, {});
        QCoreApplication::sendEvent(m_view.get(), &move);
        return m_view->cursor().shape();
    };
    QCOMPARE(over({200, 50}), Qt::SplitHCursor);
    QCOMPARE(over({50, 50}), Qt::ArrowCursor);
    m_view->setMeasuring(true);
    QCOMPARE(over({50, 50}), Qt::CrossCursor);
    m_view->setOrientation(Qt::Vertical);
    QCOMPARE(over({50, 150}), Qt::SplitVCursor);
}

void TestCompareMouse::nothingIsDraggedWithoutAnImage() {
    m_view->clear();
    drag(Qt::LeftButton, {200, 80}, {300, 80});
    QCOMPARE(m_view->split(), 0.5);
    m_view->setMeasuring(true);
    drag(Qt::LeftButton, {20, 80}, {30, 80});
    QVERIFY(m_view->ruler().isNull());
}

QTEST_MAIN(TestCompareMouse)
#include "tst_compare_mouse.moc"
