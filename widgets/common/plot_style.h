// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QPalette>
#include <QPen>

class QCustomPlot;

namespace limpid {

/// How the curves of a plot are told apart: by colours that the colour-blind tell apart, by dashes and by the shape of
/// their points.
enum class CurveStyle { First, Second, Third, Fourth };

/// The pen of a curve on `palette`'s base colour. One pixel wide: wider pens draw a hundred times slower.
QPen strongPen(CurveStyle style, const QPalette& palette);
/// The same colour, mixed into the ground, for what lies behind a curve.
QPen faintPen(CurveStyle style, const QPalette& palette);
/// A QCPScatterStyle::ScatterShape, as a number so that no plot header is needed here.
int pointShape(CurveStyle style);

/// Black on white, for what is exported whatever the window looks like.
QPalette paperPalette();

/// Puts ground, axes, grid and legend of a plot into the colours of a palette and into a font.
void dressPlot(QCustomPlot& plot, const QPalette& palette, const QFont& font);

} // namespace limpid
