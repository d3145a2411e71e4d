// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <vtkFloatArray.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkSmartPointer.h>
#include <vtkTexturedActor2D.h>

class vtkTexture;
class vtkWindow;

namespace limpid {

/// One textured rectangle on the stage.
class VtkPieceActor {
public:
    /// Those with a higher layer are drawn over the others.
    explicit VtkPieceActor(int layer);

    vtkTexturedActor2D* actor() const { return m_actor; }
    /// Lays the piece on a view of this height; the texture holds the piece's part, its first row first.
    void show(const ScenePiece& piece, vtkTexture* texture, double devicePixelRatio, int viewHeight);
    void hide();
    /// Gives back what lives in the OpenGL context.
    void release(vtkWindow& window);

private:
    vtkSmartPointer<vtkPoints> m_points;
    vtkSmartPointer<vtkFloatArray> m_places;
    vtkSmartPointer<vtkPolyData> m_rectangle;
    vtkSmartPointer<vtkTexturedActor2D> m_actor;
};

} // namespace limpid
