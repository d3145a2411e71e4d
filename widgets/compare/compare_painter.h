// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/image_pyramid.h"

#include <QColor>
#include <QRectF>
#include <QString>

class QPainter;

namespace limpid {

/// The parts that a comparison is drawn of. View coordinates throughout.
namespace compare_painter {

/// Neutral grey in the light and the dark theme alike: the surround changes how colours are judged.
inline constexpr QColor canvas{0x5a, 0x5a, 0x5a};

/// Draws the image into `target`, inside `clip` only. Pixels are shown as squares from 200 % on.
void drawImage(QPainter& painter, ImagePyramid& image, const QRectF& target, const QRectF& clip, double zoom);

enum class Corner { TopLeft, TopRight, BottomMiddle };

/// Writes `text` on a dark plate in a corner of `area` and clipped to it, in the view and never in the pixels.
void drawLabel(QPainter& painter, const QRectF& area, const QString& text, Corner corner);

/// Draws the line at `x` with its grip; a ring around the grip shows the keyboard's focus.
void drawSplit(QPainter& painter, const QRectF& area, double x, bool focused, const QColor& focusColour);

} // namespace compare_painter

} // namespace limpid
