// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <QPalette>

class QPainter;

namespace limpid {

/// Paints everything of a scene but the images: labels, the split's line, rulers, crosses, the loupe's frames, the
/// colour scale, the ring of the keyboard's focus. View coordinates.
void paintCompareDecoration(QPainter& painter, const CompareScene& scene, const QPalette& palette);

} // namespace limpid
