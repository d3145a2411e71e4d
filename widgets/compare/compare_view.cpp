// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_view.h"

#include "compare/compare_painter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

constexpr double zoomStep = 1.25;

} // namespace

CompareView::CompareView(QWidget* parent)
    : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Comparison of the original and the enhanced image"));
    setSplit(0.5);
}

void CompareView::setOriginal(const QImage& image) {
    m_original = ImagePyramid(image);
    m_enhanced = {};
    m_transform.setImageSize(m_original.size());
    transformChanged();
}

void CompareView::setEnhanced(const QImage& image, const QString& model) {
    m_enhanced = ImagePyramid(image);
    m_model = model;
    m_pending.clear();
    update();
}

void CompareView::setPending(const QString& text) {
    m_pending = text;
    update();
}

void CompareView::clear() {
    m_original = {};
    m_enhanced = {};
    m_pending.clear();
    m_held = false;
    transformChanged();
}

void CompareView::setSplit(double share) {
    m_split = std::clamp(share, 0.0, 1.0);
    setAccessibleDescription(tr("Split at %1 %").arg(std::lround(m_split * 100)));
    update();
    Q_EMIT splitMoved(m_split);
}

QSize CompareView::sizeHint() const {
    return {800, 600};
}

QSize CompareView::minimumSizeHint() const {
    return {240, 180};
}

void CompareView::holdOriginal(bool held) {
    if (m_held == held)
        return;
    m_held = held;
    update();
}

void CompareView::toggleFit() {
    toggleFitAbout(middle());
}

void CompareView::zoomIn() {
    zoomAbout(middle(), zoomStep);
}

void CompareView::zoomOut() {
    zoomAbout(middle(), 1.0 / zoomStep);
}

bool CompareView::event(QEvent* event) {
    const bool handled = QWidget::event(event);
    // Another screen may be denser, and a window that moves there need not change its size.
    if (event->type() == QEvent::ScreenChangeInternal)
        viewChanged();
    return handled;
}

void CompareView::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    QPainter painter(this);
    const QRectF view(rect());
    painter.fillRect(view, compare_painter::canvas);
    if (hasOriginal())
        paintImages(painter, view);
    if (!m_pending.isEmpty())
        compare_painter::drawLabel(painter, view, m_pending, compare_painter::Corner::BottomMiddle);
}

void CompareView::paintImages(QPainter& painter, const QRectF& view) {
    using compare_painter::Corner;
    // The split lies on a pixel of the device, so that no column mixes the two.
    const double x = splitShown() ? splitX() : view.right();
    const QRectF left(view.topLeft(), QPointF(x, view.bottom()));
    const QRectF right(QPointF(x, view.top()), view.bottomRight());
    const auto target = m_transform.imageRect();
    compare_painter::drawImage(painter, m_original, target, left, m_transform.zoom());
    compare_painter::drawLabel(painter, left, tr("Original"), Corner::TopLeft);
    if (splitShown()) {
        // An enhanced image of another size still lies on the same place.
        const double own = m_transform.zoom() * m_original.size().width() / m_enhanced.size().width();
        compare_painter::drawImage(painter, m_enhanced, target, right, own);
        compare_painter::drawLabel(painter, right, tr("Enhanced \u00b7 %1").arg(m_model), Corner::TopRight);
        compare_painter::drawSplit(painter, view, x, hasFocus(), palette().color(QPalette::Highlight));
    }
}

void CompareView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    viewChanged();
}

void CompareView::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 0.1 : 0.02;
    switch (event->key()) {
    case Qt::Key_Left:
        setSplit(m_split - step);
        break;
    case Qt::Key_Right:
        setSplit(m_split + step);
        break;
    case Qt::Key_Home:
        setSplit(0.0);
        break;
    case Qt::Key_End:
        setSplit(1.0);
        break;
    case Qt::Key_Space:
        holdOriginal(true);
        break;
    case Qt::Key_Z:
        toggleFit();
        break;
    case Qt::Key_Plus:
        zoomIn();
        break;
    case Qt::Key_Minus:
        zoomOut();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CompareView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space) {
        QWidget::keyReleaseEvent(event);
        return;
    }
    // A key that repeats is released and pressed again without being let go.
    if (!event->isAutoRepeat())
        holdOriginal(false);
}

void CompareView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void CompareView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    holdOriginal(false);
    update();
}

void CompareView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    m_dragFrom = event->position();
    if (!hasOriginal())
        return;
    m_drag = event->button() == Qt::LeftButton && onSplit(m_dragFrom) ? Drag::Split : Drag::Image;
    updateCursor(m_dragFrom);
}

void CompareView::mouseMoveEvent(QMouseEvent* event) {
    const auto position = event->position();
    if (m_drag == Drag::Split) {
        setSplit(position.x() / std::max(1, width()));
    } else if (m_drag == Drag::Image && hasOriginal()) {
        m_transform.panBy(position - m_dragFrom);
        m_dragFrom = position;
        transformChanged();
    }
    updateCursor(position);
}

void CompareView::mouseReleaseEvent(QMouseEvent* event) {
    m_drag = Drag::None;
    updateCursor(event->position());
}

void CompareView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton)
        return;
    if (onSplit(event->position()))
        setSplit(0.5);
    else
        toggleFitAbout(event->position());
}

void CompareView::wheelEvent(QWheelEvent* event) {
    constexpr double unitsPerNotch = 120.0;
    zoomAbout(event->position(), std::pow(zoomStep, event->angleDelta().y() / unitsPerNotch));
    event->accept();
}

double CompareView::splitX() const {
    const double ratio = devicePixelRatioF();
    return std::round(m_split * width() * ratio) / ratio;
}

bool CompareView::onSplit(const QPointF& position) const {
    constexpr double reach = 9.0;
    return splitShown() && std::abs(position.x() - splitX()) <= reach;
}

QPointF CompareView::middle() const {
    return QRectF(rect()).center();
}

void CompareView::zoomAbout(const QPointF& position, double factor) {
    if (!hasOriginal())
        return;
    m_transform.zoomAbout(position, factor);
    transformChanged();
}

void CompareView::toggleFitAbout(const QPointF& position) {
    if (!hasOriginal())
        return;
    if (m_transform.isFit())
        m_transform.showActualSize(position);
    else
        m_transform.fit();
    transformChanged();
}

void CompareView::updateCursor(const QPointF& position) {
    if (m_drag == Drag::Split || (m_drag == Drag::None && onSplit(position)))
        setCursor(Qt::SplitHCursor);
    else if (m_drag == Drag::Image)
        setCursor(Qt::ClosedHandCursor);
    else
        unsetCursor();
}

void CompareView::viewChanged() {
    m_transform.setViewSize(QSizeF(size()), devicePixelRatioF());
    transformChanged();
}

void CompareView::transformChanged() {
    update();
    Q_EMIT zoomChanged(m_transform.zoom(), m_transform.isFit());
}

} // namespace limpid
