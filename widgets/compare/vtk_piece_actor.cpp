// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/vtk_piece_actor.h"

#include <vtkCellArray.h>
#include <vtkPointData.h>
#include <vtkPolyDataMapper2D.h>
#include <vtkProperty2D.h>
#include <vtkTexture.h>
#include <vtkWindow.h>

#include <array>

namespace limpid {

VtkPieceActor::VtkPieceActor(int layer)
    : m_points(vtkSmartPointer<vtkPoints>::New())
    , m_places(vtkSmartPointer<vtkFloatArray>::New())
    , m_rectangle(vtkSmartPointer<vtkPolyData>::New())
    , m_actor(vtkSmartPointer<vtkTexturedActor2D>::New()) {
    constexpr vtkIdType corners = 4;
    m_points->SetNumberOfPoints(corners);
    m_places->SetNumberOfComponents(2);
    m_places->SetNumberOfTuples(corners);
    constexpr std::array<vtkIdType, corners> order{0, 1, 2, 3};
    const auto cells = vtkSmartPointer<vtkCellArray>::New();
    cells->InsertNextCell(corners, order.data());
    m_rectangle->SetPoints(m_points);
    m_rectangle->SetPolys(cells);
    m_rectangle->GetPointData()->SetTCoords(m_places);
    const auto mapper = vtkSmartPointer<vtkPolyDataMapper2D>::New();
    mapper->SetInputData(m_rectangle);
    m_actor->SetMapper(mapper);
    m_actor->SetLayerNumber(layer);
}

void VtkPieceActor::show(const ScenePiece& piece, vtkTexture* texture, double devicePixelRatio, int viewHeight) {
    const std::array corners{piece.area.topLeft(), piece.area.topRight(), piece.area.bottomRight(),
                             piece.area.bottomLeft()};
    for (vtkIdType i = 0; i < static_cast<vtkIdType>(corners.size()); ++i) {
        const auto& corner = corners.at(static_cast<std::size_t>(i));
        // VTK counts rows from below. The texture's rows stay in the image's order, so its place is not turned round.
        m_points->SetPoint(i, corner.x() * devicePixelRatio, viewHeight - corner.y() * devicePixelRatio, 0.0);
        m_places->SetTuple2(i, (corner.x() - piece.place.left()) / piece.place.width(),
                            (corner.y() - piece.place.top()) / piece.place.height());
    }
    m_points->Modified();
    m_places->Modified();
    m_rectangle->Modified();
    m_actor->SetTexture(texture);
    m_actor->GetProperty()->SetOpacity(piece.opacity);
    m_actor->VisibilityOn();
}

void VtkPieceActor::hide() {
    m_actor->SetTexture(nullptr);
    m_actor->VisibilityOff();
}

void VtkPieceActor::release(vtkWindow& window) {
    m_actor->SetTexture(nullptr);
    m_actor->ReleaseGraphicsResources(&window);
}

} // namespace limpid
