// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <QOpenGLWidget>

#include <functional>
#include <memory>

class QPainter;

namespace limpid {

class VtkPieceStage;

/// Draws the comparison with VTK; what is no image is painted into a layer over the images. Takes neither mouse nor
/// focus.
class CompareRendererVtk : public QOpenGLWidget {
    Q_OBJECT

public:
    /// Draws what is not an image; view coordinates.
    using Decorate = std::function<void(QPainter& painter, const CompareScene& scene)>;

    CompareRendererVtk(CompareSceneSource source, Decorate decorate, QWidget* parent = nullptr);
    ~CompareRendererVtk() override;

    /// What this machine and Qt platform give a widget of the OpenGL 3.2 that VTK needs. Software: the processor draws,
    /// where a frame takes VTK 30 to 150 ms and QPainter 1 to 13 ms (24 megapixels, two cores).
    enum class OpenGl { None, Software, Hardware };
    /// Found out by making a context. The program's thread.
    static OpenGl offered();

protected:
    void initializeGL() override;
    void paintGL() override;

private:
    ScenePiece decoration(const CompareScene& scene) const;
    void releaseContext();

    CompareSceneSource m_source;
    Decorate m_decorate;
    std::unique_ptr<VtkPieceStage> m_stage;
    bool m_begun = false;
};

} // namespace limpid
