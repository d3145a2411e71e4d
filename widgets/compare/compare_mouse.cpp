// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_mouse.h"

#include "compare/compare_view.h"

#include <QLineF>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>
#include <optional>

namespace limpid {

CompareMouse::CompareMouse(CompareView& view)
    : QObject(&view)
    , m_view(view) {
    view.setMouseTracking(true);
    view.installEventFilter(this);
}

bool CompareMouse::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::MouseMove:
        move(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::MouseButtonRelease:
        release(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::MouseButtonDblClick:
        doubleClick(*static_cast<QMouseEvent*>(event));
        break;
    case QEvent::Wheel:
        wheel(*static_cast<QWheelEvent*>(event));
        return true;
    case QEvent::Leave:
        m_view.hover(std::nullopt);
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CompareMouse::press(const QMouseEvent& event) {
    if (event.button() == Qt::RightButton && event.modifiers() == Qt::ControlModifier && m_view.isDeep()) {
        m_drag = Drag::Window;
        m_dragFrom = event.position();
        m_windowFrom = m_view.window();
        updateCursor(m_dragFrom);
        return;
    }
    if (!m_view.hasOriginal() || (event.button() != Qt::LeftButton && event.button() != Qt::MiddleButton))
        return;
    m_dragFrom = event.position();
    const bool left = event.button() == Qt::LeftButton;
    if (left && m_view.isOnLine(m_dragFrom)) {
        m_drag = Drag::Split;
    } else if (left && m_view.isMeasuring()) {
        m_drag = Drag::Ruler;
        m_rulerFrom = m_view.imageAt(m_dragFrom);
    } else {
        m_drag = Drag::Image;
    }
    updateCursor(m_dragFrom);
}

void CompareMouse::move(const QMouseEvent& event) {
    const auto place = event.position();
    switch (m_drag) {
    case Drag::Split: {
        const bool across = m_view.orientation() == Qt::Horizontal;
        m_view.setSplit(across ? place.x() / std::max(1, m_view.width()) : place.y() / std::max(1, m_view.height()));
        break;
    }
    case Drag::Image:
        m_view.panBy(place - m_dragFrom);
        m_dragFrom = place;
        break;
    case Drag::Ruler:
        m_view.measure({m_rulerFrom, m_view.imageAt(place)});
        break;
    case Drag::Window:
        dragWindow(place - m_dragFrom);
        break;
    case Drag::None:
        break;
    }
    m_view.hover(place);
    updateCursor(place);
}

void CompareMouse::release(const QMouseEvent& event) {
    m_drag = Drag::None;
    updateCursor(event.position());
}

void CompareMouse::doubleClick(const QMouseEvent& event) {
    if (event.button() != Qt::LeftButton)
        return;
    if (m_view.isOnLine(event.position()))
        m_view.setSplit(0.5);
    else if (!m_view.isMeasuring())
        m_view.toggleFitAbout(event.position());
}

void CompareMouse::wheel(QWheelEvent& event) {
    constexpr double unitsPerNotch = 120.0;
    m_view.zoomAbout(event.position(), std::pow(CompareView::zoomStep, event.angleDelta().y() / unitsPerNotch));
    event.accept();
}

void CompareMouse::dragWindow(const QPointF& distance) {
    // In shares of the window, so that narrow windows are as easily set as wide ones.
    constexpr double pixelsPerDoubling = 150.0;
    constexpr double pixelsPerWidth = 400.0;
    const double width = m_windowFrom.width() * std::exp2(distance.x() / pixelsPerDoubling);
    m_view.setWindow(
        DisplayWindow::about(m_windowFrom.centre() + m_windowFrom.width() * distance.y() / pixelsPerWidth, width));
}

void CompareMouse::updateCursor(const QPointF& place) {
    if (m_drag == Drag::Split || (m_drag == Drag::None && m_view.isOnLine(place)))
        m_view.setCursor(m_view.orientation() == Qt::Horizontal ? Qt::SplitHCursor : Qt::SplitVCursor);
    else if (m_drag == Drag::Image)
        m_view.setCursor(Qt::ClosedHandCursor);
    else if (m_drag == Drag::Window)
        m_view.setCursor(Qt::SizeAllCursor);
    else if (m_view.isMeasuring() || m_view.hasLoupe())
        m_view.setCursor(Qt::CrossCursor);
    else
        m_view.unsetCursor();
}

} // namespace limpid
