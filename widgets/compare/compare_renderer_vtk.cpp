// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/compare_renderer_vtk.h"

#include "compare/vtk_piece_stage.h"

#include <QGuiApplication>
#include <QImage>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QPainter>
#include <QSurfaceFormat>

#include <utility>

namespace limpid {

namespace {

QSurfaceFormat wantedFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setStencilBufferSize(8);
    format.setSamples(0);
    return format;
}

} // namespace

CompareRendererVtk::CompareRendererVtk(CompareSceneSource source, Decorate decorate, QWidget* parent)
    : QOpenGLWidget(parent)
    , m_source(std::move(source))
    , m_decorate(std::move(decorate)) {
    setFormat(wantedFormat());
    setAttribute(Qt::WA_TransparentForMouseEvents);
    // Not QOpenGLWidget::makeCurrent(): that also binds Qt's framebuffer behind VTK's back.
    m_stage = std::make_unique<VtkPieceStage>(VtkPieceStage::Context{
        [this] {
            if (context())
                context()->makeCurrent(context()->surface());
        },
        [this] { return context() && QOpenGLContext::currentContext() == context(); },
    });
}

CompareRendererVtk::~CompareRendererVtk() {
    releaseContext();
}

CompareRendererVtk::OpenGl CompareRendererVtk::offered() {
    const auto platform = QGuiApplication::platformName();
    // Qt makes OpenGL contexts on these too, but no widgets that draw with them.
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal"))
        return OpenGl::None;
    QOpenGLContext context;
    context.setFormat(wantedFormat());
    if (!context.create())
        return OpenGl::None;
    QOffscreenSurface surface;
    surface.setFormat(context.format());
    surface.create();
    if (!context.makeCurrent(&surface))
        return OpenGl::None;
    const auto version = context.format().version();
    const auto* renderer = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const auto name = QByteArray(renderer).toLower();
    context.doneCurrent();
    if (version < std::pair(3, 2) || context.isOpenGLES())
        return OpenGl::None;
    // Mesa's two drivers without a graphics card, and Microsoft's.
    const bool software = name.contains("llvmpipe") || name.contains("softpipe") || name.contains("gdi generic");
    return software ? OpenGl::Software : OpenGl::Hardware;
}

void CompareRendererVtk::initializeGL() {
    // A widget that moves to another window gets another context.
    connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &CompareRendererVtk::releaseContext,
            Qt::DirectConnection);
    m_stage->begin();
    m_begun = true;
}

void CompareRendererVtk::paintGL() {
    auto scene = m_source();
    scene.pieces.push_back(decoration(scene));
    m_stage->resize((QSizeF(size()) * devicePixelRatioF()).toSize());
    m_stage->render(scene);
    makeCurrent();
    m_stage->copyTo(defaultFramebufferObject());
}

/// A layer over the images: VTK and QPainter do not share one OpenGL context well.
ScenePiece CompareRendererVtk::decoration(const CompareScene& scene) const {
    QImage layer((scene.view * scene.devicePixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    layer.setDevicePixelRatio(scene.devicePixelRatio);
    layer.fill(Qt::transparent);
    QPainter painter(&layer);
    painter.setFont(font());
    m_decorate(painter, scene);
    painter.end();
    const QRectF whole({0, 0}, scene.view);
    return {layer, layer.rect(), whole, whole, false, 1.0, true};
}

void CompareRendererVtk::releaseContext() {
    if (!std::exchange(m_begun, false))
        return;
    makeCurrent();
    m_stage->end();
    doneCurrent();
}

} // namespace limpid
