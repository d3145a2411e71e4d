// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_decoration.h"

#include <QFontMetricsF>
#include <QLinearGradient>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

namespace limpid {

namespace {

constexpr double gripRadius = 15.0;
constexpr double margin = 12.0;
constexpr QColor plateColour{0, 0, 0, 165};
constexpr QColor shadow{0, 0, 0, 150};

void paintPlate(QPainter& painter, const QRectF& plate) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(plateColour);
    const double radius = std::min(plate.height() / 2, 14.0);
    painter.drawRoundedRect(plate, radius, radius);
}

void paintLabel(QPainter& painter, const SceneLabel& label) {
    const QFontMetricsF metrics(painter.font());
    const auto& area = label.area;
    const double room = area.width() - 2 * margin - 20;
    // Words that would be cut off at a pane's edge keep their beginning; next to the split they just disappear.
    const auto text = room > 60 ? metrics.elidedText(label.text, Qt::ElideRight, room) : label.text;
    QRectF plate(0, 0, metrics.horizontalAdvance(text) + 20, metrics.height() + 10);
    switch (label.corner) {
    case SceneCorner::TopLeft:
        plate.moveTopLeft(area.topLeft() + QPointF(margin, margin));
        break;
    case SceneCorner::TopRight:
        plate.moveTopRight(area.topRight() + QPointF(-margin, margin));
        break;
    case SceneCorner::BottomMiddle:
        plate.moveCenter({area.center().x(), area.bottom() - margin - plate.height() / 2});
        break;
    case SceneCorner::BottomLeft:
        plate.moveBottomLeft(area.bottomLeft() + QPointF(4, -4));
        break;
    }
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    paintPlate(painter, plate);
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, text);
    painter.restore();
}

/// A bright line with a dark edge is seen on every image.
void paintTwice(QPainter& painter, double width, const std::function<void()>& draw) {
    painter.setPen(QPen(shadow, width + 2));
    draw();
    painter.setPen(QPen(Qt::white, width));
    draw();
}

void paintCross(QPainter& painter, const QPointF& middle) {
    // The pixel in the middle stays free.
    constexpr double near = 8.0;
    constexpr double far = 15.0;
    const std::array arms{QLineF(near, 0, far, 0), QLineF(-near, 0, -far, 0), QLineF(0, near, 0, far),
                          QLineF(0, -near, 0, -far)};
    painter.save();
    painter.translate(middle);
    paintTwice(painter, 1.5, [&] { painter.drawLines(arms.data(), static_cast<int>(arms.size())); });
    painter.restore();
}

/// The part of a line that lies in the area, from its first point to its second; none where they do not meet.
std::optional<QLineF> inside(const QLineF& line, const QRectF& area) {
    double from = 0.0;
    double to = 1.0;
    const auto narrow = [&](double start, double step, double least, double greatest) {
        if (step == 0.0)
            return start >= least && start <= greatest;
        const double one = (least - start) / step;
        const double other = (greatest - start) / step;
        from = std::max(from, std::min(one, other));
        to = std::min(to, std::max(one, other));
        return from <= to;
    };
    if (!narrow(line.x1(), line.dx(), area.left(), area.right()) ||
        !narrow(line.y1(), line.dy(), area.top(), area.bottom()))
        return std::nullopt;
    return QLineF(line.pointAt(from), line.pointAt(to));
}

void paintRuler(QPainter& painter, const SceneRuler& ruler) {
    constexpr double tick = 6.0;
    const auto seen = inside(ruler.line, ruler.area);
    if (!seen)
        return;
    painter.save();
    painter.setClipRect(ruler.area, Qt::IntersectClip);
    auto across = ruler.line.normalVector().unitVector();
    const QPointF half(across.dx() * tick, across.dy() * tick);
    const std::array lines{ruler.line, QLineF(ruler.line.p1() - half, ruler.line.p1() + half),
                           QLineF(ruler.line.p2() - half, ruler.line.p2() + half)};
    paintTwice(painter, 2.0, [&] { painter.drawLines(lines.data(), static_cast<int>(lines.size())); });
    const QFontMetricsF metrics(painter.font());
    QRectF plate(0, 0, metrics.horizontalAdvance(ruler.text) + 20, metrics.height() + 8);
    const auto end = seen->p2();
    plate.moveCenter(end + QPointF(0, 16 + plate.height() / 2));
    // Kept in sight where the line ends at the view's edge, or beyond it.
    plate.moveLeft(std::max(ruler.area.left() + 2, std::min(plate.left(), ruler.area.right() - plate.width() - 2)));
    if (plate.bottom() > ruler.area.bottom())
        plate.moveBottom(end.y() - 16);
    paintPlate(painter, plate);
    painter.setPen(Qt::white);
    painter.drawText(plate, Qt::AlignCenter, ruler.text);
    painter.restore();
}

void paintArrow(QPainter& painter, double tip, double direction) {
    constexpr double length = 5.0;
    const std::array corners{QPointF(tip, 0), QPointF(tip - direction * length, -length),
                             QPointF(tip - direction * length, length)};
    painter.drawPolygon(corners.data(), static_cast<int>(corners.size()));
}

void paintLine(QPainter& painter, const CompareScene& scene, const QColor& focusColour) {
    const bool across = scene.line->orientation == Qt::Horizontal;
    const double length = across ? scene.view.height() : scene.view.width();
    painter.save();
    if (across) {
        painter.translate(scene.line->position, length / 2);
    } else {
        painter.translate(length / 2, scene.line->position);
        painter.rotate(90);
    }
    painter.fillRect(QRectF(-1.5, -length / 2, 3, length), QColor(0, 0, 0, 110));
    painter.fillRect(QRectF(-0.5, -length / 2, 1, length), Qt::white);
    if (scene.focused) {
        painter.setPen(QPen(focusColour, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(0, 0), gripRadius + 3, gripRadius + 3);
    }
    painter.setPen(QPen(QColor(0, 0, 0, 110), 1));
    painter.setBrush(Qt::white);
    painter.drawEllipse(QPointF(0, 0), gripRadius, gripRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x30, 0x30, 0x30));
    paintArrow(painter, -9, -1);
    paintArrow(painter, 9, 1);
    painter.restore();
}

void paintColourScale(QPainter& painter, const QSizeF& view, const DifferenceMap& map, double valuesPerLevel) {
    constexpr int steps = 64;
    const bool both = map.kind() == DifferenceMap::Kind::Signed;
    const double least = both ? -map.range() : 0.0;
    const QFontMetricsF metrics(painter.font());
    const QLocale locale;
    const auto sign = [&](double value) {
        const auto text = locale.toString(std::lround(std::abs(value)));
        return value < 0 ? QStringLiteral("\u2212") + text : value > 0 && both ? QStringLiteral("+") + text : text;
    };
    // The numbers at the ends stand below the bar's ends, half of them beside it.
    const double beside = std::max(20.0, metrics.horizontalAdvance(sign(-map.range() * valuesPerLevel)) / 2 + 8);
    const QRectF bar(0, 0, std::min(240.0, view.width() - 2 * beside - 20), 12);
    QRectF plate(0, 0, bar.width() + 2 * beside, bar.height() + metrics.height() + 20);
    plate.moveBottomRight({view.width() - margin, view.height() - margin});
    painter.save();
    paintPlate(painter, plate);
    const auto place = bar.translated(plate.left() + beside, plate.top() + 8);
    QLinearGradient colours(place.topLeft(), place.topRight());
    for (int step = 0; step <= steps; ++step) {
        const double share = static_cast<double>(step) / steps;
        colours.setColorAt(share, QColor::fromRgb(map.colourAt(least + share * (map.range() - least))));
    }
    painter.fillRect(place, colours);
    painter.setPen(Qt::white);
    for (const double share : {0.0, 0.5, 1.0}) {
        QRectF box(0, 0, 80, metrics.height());
        box.moveCenter({place.left() + share * place.width(), place.bottom() + 4 + metrics.height() / 2});
        painter.drawText(box, Qt::AlignCenter, sign((least + share * (map.range() - least)) * valuesPerLevel));
    }
    painter.restore();
}

} // namespace

void paintCompareDecoration(QPainter& painter, const CompareScene& scene, const QPalette& palette) {
    const QRectF view({0, 0}, scene.view);
    const auto focusColour = palette.color(QPalette::Highlight);
    const auto inLoupe = [&](const QRectF& area) {
        return std::find(scene.loupes.begin(), scene.loupes.end(), area) != scene.loupes.end();
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (!scene.loupes.empty()) {
        QRegion outside(view.toAlignedRect());
        for (const auto& square : scene.loupes)
            outside -= square.toAlignedRect();
        painter.setClipRegion(outside);
    }
    for (const auto& ruler : scene.rulers)
        paintRuler(painter, ruler);
    for (const auto& label : scene.labels) {
        if (!inLoupe(label.area))
            paintLabel(painter, label);
    }
    if (scene.colours)
        paintColourScale(painter, scene.view, *scene.colours, scene.valuesPerLevel);
    if (scene.line) {
        paintLine(painter, scene, focusColour);
    } else if (scene.focused) {
        painter.setPen(QPen(focusColour, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(view.adjusted(1, 1, -1, -1));
    }
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    for (const auto& square : scene.loupes)
        paintTwice(painter, 1.0, [&] { painter.drawRect(square.adjusted(0.5, 0.5, -0.5, -0.5)); });
    for (const auto& label : scene.labels) {
        if (inLoupe(label.area))
            paintLabel(painter, label);
    }
    for (const auto& cross : scene.crosses)
        paintCross(painter, cross);
    painter.restore();
}

} // namespace limpid
