// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <QWidget>

class QPainter;

namespace limpid {

/// Paints the pieces of a scene: what both renderers must draw alike. View coordinates.
void paintCompareImages(QPainter& painter, const CompareScene& scene);

/// Draws the comparison with QPainter, where there is no OpenGL. Takes neither mouse nor focus.
class CompareRendererPainter : public QWidget {
    Q_OBJECT

public:
    explicit CompareRendererPainter(CompareSceneSource source, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CompareSceneSource m_source;
};

} // namespace limpid
