// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPointF>

#include <array>

namespace limpid::compare_painter {

namespace {

constexpr double gripRadius = 15.0;

void drawArrow(QPainter& painter, const QPointF& tip, double direction) {
    constexpr double length = 5.0;
    const std::array corners{tip, tip + QPointF(-direction * length, -length),
                             tip + QPointF(-direction * length, length)};
    painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
}

} // namespace

void drawImage(QPainter& painter, ImagePyramid& image, const QRectF& target, const QRectF& clip, double zoom) {
    if (image.isNull() || clip.isEmpty())
        return;
    constexpr double squaresFrom = 2.0;
    painter.save();
    painter.setClipRect(clip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom < squaresFrom && zoom != 1.0);
    painter.drawImage(target, image.levelFor(zoom));
    painter.restore();
}

void drawLabel(QPainter& painter, const QRectF& area, const QString& text, Corner corner) {
    constexpr double margin = 12.0;
    const QFontMetricsF metrics(painter.font());
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 20, metrics.height() + 10);
    switch (corner) {
    case Corner::TopLeft:
        plate.moveTopLeft(area.topLeft() + QPointF(margin, margin));
        break;
    case Corner::TopRight:
        plate.moveTopRight(area.topRight() + QPointF(-margin, margin));
        break;
    case Corner::BottomMiddle:
        plate.moveCenter({area.center().x(), area.bottom() - margin - plate.height() / 2});
        break;
    }
    painter.save();
    painter.setClipRect(area);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 165));
    painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

void drawSplit(QPainter& painter, const QRectF& area, double x, bool focused, const QColor& focusColour) {
    const QPointF middle(x, area.center().y());
    painter.save();
    painter.fillRect(QRectF(x - 1.5, area.top(), 3, area.height()), QColor(0, 0, 0, 110));
    painter.fillRect(QRectF(x - 0.5, area.top(), 1, area.height()), Qt::white);
    painter.setRenderHint(QPainter::Antialiasing);
    if (focused) {
        painter.setPen(QPen(focusColour, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(middle, gripRadius + 3, gripRadius + 3);
    }
    painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
    painter.setBrush(Qt::white);
    painter.drawEllipse(middle, gripRadius, gripRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x30, 0x30, 0x30));
    drawArrow(painter, middle + QPointF(-9, 0), -1.0);
    drawArrow(painter, middle + QPointF(9, 0), 1.0);
    painter.restore();
}

} // namespace limpid::compare_painter
