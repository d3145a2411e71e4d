// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_renderer_painter.h"

#include "compare/compare_decoration.h"

#include <QPainter>

#include <utility>

namespace limpid {

void paintCompareImages(QPainter& painter, const CompareScene& scene) {
    for (const auto& piece : scene.pieces) {
        painter.save();
        painter.setClipRect(piece.area);
        painter.setRenderHint(QPainter::SmoothPixmapTransform, piece.smooth);
        painter.setOpacity(piece.opacity);
        painter.drawImage(piece.place, piece.pixels, piece.part);
        painter.restore();
    }
}

CompareRendererPainter::CompareRendererPainter(CompareSceneSource source, QWidget* parent)
    : QWidget(parent)
    , m_source(std::move(source)) {
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void CompareRendererPainter::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event);
    const auto scene = m_source();
    QPainter painter(this);
    painter.fillRect(rect(), compareSurround);
    paintCompareImages(painter, scene);
    paintCompareDecoration(painter, scene, palette());
}

} // namespace limpid
