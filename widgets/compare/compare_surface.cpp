// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_surface.h"

#include "compare/compare_decoration.h"
#include "compare/compare_renderer_painter.h"
#include "compare/compare_renderer_vtk.h"

#include <QWidget>

namespace limpid {

QWidget* makeCompareSurface(CompareDrawing drawing, const CompareSceneSource& source, QWidget* parent) {
    if (drawing == CompareDrawing::Painter || CompareRendererVtk::offered() != CompareRendererVtk::OpenGl::Hardware)
        return new CompareRendererPainter(source, parent);
    const auto decorate = [parent](QPainter& painter, const CompareScene& scene) {
        paintCompareDecoration(painter, scene, parent->palette());
    };
    return new CompareRendererVtk(source, decorate, parent);
}

} // namespace limpid
