// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "browser/image_marks.h"

#include <QPainter>
#include <QPainterPath>
#include <QPolygonF>

#include <cmath>
#include <numbers>

namespace limpid {

namespace {

QPolygonF star(const QRectF& place) {
    QPolygonF points;
    const auto centre = place.center();
    for (int i = 0; i < 10; ++i) {
        const double radius = place.height() / 2 * (i % 2 == 0 ? 1.0 : 0.42);
        const double angle = std::numbers::pi * (i / 5.0 - 0.5);
        points << centre + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return points;
}

void drawCross(QPainter& painter, const QRectF& place) {
    painter.drawLine(place.topLeft(), place.bottomRight());
    painter.drawLine(place.topRight(), place.bottomLeft());
}

QPointF within(const QRectF& place, double x, double y) {
    return {place.left() + x * place.width(), place.top() + y * place.height()};
}

/// Blue, amber and vermilion, told apart with every common colour blindness; darker on light ground.
QColor qualityColour(ImageQuality quality, bool dark) {
    switch (quality) {
    case ImageQuality::Good:
        return dark ? QColor(0x6c, 0xb8, 0xf0) : QColor(0x00, 0x5f, 0x9e);
    case ImageQuality::Usable:
        return dark ? QColor(0xf0, 0xb4, 0x3c) : QColor(0x9a, 0x62, 0x00);
    case ImageQuality::Reject:
        return dark ? QColor(0xff, 0x8a, 0x5c) : QColor(0xb8, 0x3e, 0x00);
    case ImageQuality::Unknown:
        break;
    }
    return {};
}

/// A dark chip with a word behind its first square, which is returned, with a white pen to draw the sign in it.
QRectF drawChip(QPainter& painter, const QPointF& corner, double height, const QString& word) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 190));
    const QRectF place(corner, QSizeF(height, height));
    const double words = word.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(word) + 6;
    painter.drawRoundedRect(place.adjusted(0, 0, words, 0), 4, 4);
    painter.setPen(Qt::white);
    painter.drawText(QRectF(place.right(), place.top(), words, height), Qt::AlignLeft | Qt::AlignVCenter, word);
    painter.setPen(QPen(Qt::white, height / 10, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    return place;
}

} // namespace

double drawStars(QPainter& painter, const QRectF& place, int stars, const QColor& colour) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const double side = place.height();
    for (int i = 0; i < stars; ++i)
        painter.drawPolygon(star({place.left() + i * side, place.top(), side, side}));
    painter.restore();
    return stars * side;
}

void drawFlagBadge(QPainter& painter, const QPointF& corner, double height, ImageFlag flag, const QString& word) {
    if (flag == ImageFlag::None)
        return;
    painter.save();
    const auto place = drawChip(painter, corner, height, word);
    if (flag == ImageFlag::Reject) {
        const double inset = place.width() * 0.3;
        drawCross(painter, place.adjusted(inset, inset, -inset, -inset));
    } else {
        painter.drawLine(within(place, 0.32, 0.22), within(place, 0.32, 0.8));
        painter.setBrush(Qt::white);
        painter.drawPolygon(QPolygonF{within(place, 0.32, 0.24), within(place, 0.74, 0.38), within(place, 0.32, 0.52)});
    }
    painter.restore();
}

void drawDecisionBadge(QPainter& painter, const QPointF& corner, double height, PickerVerdict decision,
                       const QString& word) {
    if (decision == PickerVerdict::Unknown)
        return;
    painter.save();
    const auto place = drawChip(painter, corner, height, word);
    painter.drawEllipse(place.center(), height * 0.34, height * 0.34);
    if (decision == PickerVerdict::Accepted)
        painter.drawPolyline(
            QPolygonF{within(place, 0.36, 0.53), within(place, 0.47, 0.64), within(place, 0.65, 0.38)});
    else
        drawCross(painter, place.adjusted(height * 0.38, height * 0.38, -height * 0.38, -height * 0.38));
    painter.restore();
}

void drawQualitySign(QPainter& painter, const QRectF& place, ImageQuality quality, const QPalette& palette,
                     bool selected) {
    if (quality == ImageQuality::Unknown)
        return;
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    const auto colour = selected ? palette.color(QPalette::HighlightedText) : qualityColour(quality, dark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, place.width() / 6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const double inset = place.width() * 0.18;
    const auto inner = place.adjusted(inset, inset, -inset, -inset);
    switch (quality) {
    case ImageQuality::Good:
        painter.drawPolyline(QPolygonF{within(inner, 0, 0.55), within(inner, 0.38, 0.95), within(inner, 1, 0.1)});
        break;
    case ImageQuality::Usable:
        painter.drawLine(within(inner, 0, 0.5), within(inner, 1, 0.5));
        break;
    case ImageQuality::Reject:
        drawCross(painter, inner);
        break;
    case ImageQuality::Unknown:
        break;
    }
    painter.restore();
}

} // namespace limpid
