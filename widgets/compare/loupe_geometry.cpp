// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/loupe_geometry.h"

#include "compare/view_transform.h"

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

double keptInside(double start, double length, double whole) {
    return std::max(0.0, std::min(start, whole - length));
}

} // namespace

LoupeGeometry::LoupeGeometry(const QPointF& cursor, const QSizeF& view, double scale, double devicePixelRatio,
                             bool both) {
    constexpr double wantedSide = 180.0;
    const int squares = both ? 2 : 1;
    const auto onDevice = [devicePixelRatio](double length) {
        return std::floor(length * devicePixelRatio) / devicePixelRatio;
    };
    const double side = onDevice(std::min({wantedSide, view.width() / squares, view.height()}));
    const double left = onDevice(keptInside(cursor.x() - side * squares / 2, side * squares, view.width()));
    const double top = onDevice(keptInside(cursor.y() - side / 2, side, view.height()));
    m_original = {left, top, side, side};
    if (both)
        m_enhanced = m_original.translated(side, 0);
    m_scale = std::min(scale * magnification, std::max(scale, ViewTransform::greatestZoom / devicePixelRatio));
}

QRectF LoupeGeometry::placeOf(const QSizeF& image, const QPointF& point, const QRectF& square) const {
    return {square.center() - point * m_scale, image * m_scale};
}

} // namespace limpid
