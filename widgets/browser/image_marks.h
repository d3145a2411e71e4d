// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "browser/image_traits.h"

#include <QPalette>
#include <QPointF>
#include <QRectF>
#include <QString>

class QPainter;

namespace limpid {

/// The small drawn signs of an image's cell. Each differs by its shape, so that colour only helps.

/// Filled stars from the left, `stars` of them, each as wide as `place` is high. Returns the width used.
double drawStars(QPainter& painter, const QRectF& place, int stars, const QColor& colour);
/// A flag or a cross, with `word` beside it, on a dark chip that can be seen on any photograph; nothing for no flag.
/// The chip begins at `corner`, is `height` high and as wide as it needs to be.
void drawFlagBadge(QPainter& painter, const QPointF& corner, double height, ImageFlag flag, const QString& word);
/// A tick or a cross in a circle on a dark chip with `word` beside it; nothing where no decision is known. The chip
/// begins at `corner`, is `height` high and as wide as it needs to be.
void drawDecisionBadge(QPainter& painter, const QPointF& corner, double height, PickerVerdict decision,
                       const QString& word);
/// A tick, a dash or a cross in the square `place`; nothing for unknown quality.
void drawQualitySign(QPainter& painter, const QRectF& place, ImageQuality quality, const QPalette& palette,
                     bool selected);

} // namespace limpid
