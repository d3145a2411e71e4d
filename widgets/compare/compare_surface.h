// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

class QWidget;

namespace limpid {

/// What draws the comparison.
enum class CompareDrawing {
    Best,   ///< VTK where a graphics card draws, else QPainter.
    Painter ///< QPainter always.
};

/// A widget that draws the scene whenever it is updated, and takes neither mouse nor focus. Belongs to `parent`.
QWidget* makeCompareSurface(CompareDrawing drawing, const CompareSceneSource& source, QWidget* parent);

} // namespace limpid
