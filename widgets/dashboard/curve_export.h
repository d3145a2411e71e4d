// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSize>

#include <vector>

namespace limpid {

class CurvePanel;

/// What curves can be exported as.
enum class CurveFormat { Png, Svg, Csv };

/// The panels one below the other, each of `panelSize` logical pixels and `scale` (1..8) device pixels per logical one,
/// as the bytes of a PNG file. Black on white. Only from the window's thread.
QByteArray curvesAsPng(const std::vector<CurvePanel*>& panels, QSize panelSize, qreal scale);

/// The same drawing as an SVG file.
QByteArray curvesAsSvg(const std::vector<CurvePanel*>& panels, QSize panelSize);

/// Everything measured as a table: one line a step (RFC 4180, UTF-8, decimal points whatever the locale). Columns:
/// step, seconds, each curve's id and, for smoothed ones, id_smoothed; checkpoint and best are 0 or 1. Cells without a
/// value are empty.
QByteArray curvesAsCsv(const std::vector<CurvePanel*>& panels);

} // namespace limpid
