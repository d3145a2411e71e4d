// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/vtk_piece_stage.h"

#include "compare/vtk_piece_actor.h"
#include "compare/vtk_texture_store.h"

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtk_glew.h>

#include <utility>
#include <vector>

namespace limpid {

struct VtkPieceStage::Parts {
    explicit Parts(Context given)
        : context(std::move(given)) {}

    static void answer(vtkObject*, unsigned long event, void* self, void* data) {
        const auto& context = static_cast<Parts*>(self)->context;
        if (event == vtkCommand::WindowMakeCurrentEvent)
            context.makeCurrent();
        else
            *static_cast<bool*>(data) = context.isCurrent();
    }

    Context context;
    vtkNew<vtkGenericOpenGLRenderWindow> window;
    vtkNew<vtkRenderer> renderer;
    vtkNew<vtkCallbackCommand> answers;
    VtkTextureStore textures;
    std::vector<VtkPieceActor> actors;
};

VtkPieceStage::VtkPieceStage(Context context)
    : m_parts(std::make_unique<Parts>(std::move(context))) {
    auto& window = *m_parts->window;
    window.SetReadyForRendering(false);
    window.SetFrameBlitModeToNoBlit();
    window.SetOwnContext(0);
    window.SetMultiSamples(0);
    m_parts->answers->SetCallback(&Parts::answer);
    m_parts->answers->SetClientData(m_parts.get());
    window.AddObserver(vtkCommand::WindowMakeCurrentEvent, m_parts->answers);
    window.AddObserver(vtkCommand::WindowIsCurrentEvent, m_parts->answers);
    m_parts->renderer->SetBackground(compareSurround.redF(), compareSurround.greenF(), compareSurround.blueF());
    window.AddRenderer(m_parts->renderer);
}

VtkPieceStage::~VtkPieceStage() = default;

void VtkPieceStage::begin() {
    auto& window = *m_parts->window;
    window.SetReadyForRendering(true);
    window.OpenGLInitContext();
    window.GetState()->Reset();
    window.GetState()->vtkglDepthFunc(GL_LEQUAL); // VTK relies on it, and Qt leaves GL_LESS
}

void VtkPieceStage::end() {
    auto& window = *m_parts->window;
    m_parts->renderer->RemoveAllViewProps();
    for (auto& actor : m_parts->actors)
        actor.release(window);
    m_parts->actors.clear();
    m_parts->textures.clear(window);
    window.Finalize();
    window.SetReadyForRendering(false);
}

void VtkPieceStage::resize(const QSize& devicePixels) {
    m_parts->window->SetSize(devicePixels.width(), devicePixels.height());
}

void VtkPieceStage::render(const CompareScene& scene) {
    auto& window = *m_parts->window;
    // Qt draws in the same context, so what VTK remembers of its state is out of date.
    window.GetState()->Reset();
    window.GetState()->Push();
    window.GetState()->vtkglDepthFunc(GL_LEQUAL);
    auto& actors = m_parts->actors;
    while (actors.size() < scene.pieces.size()) {
        actors.emplace_back(static_cast<int>(actors.size()));
        m_parts->renderer->AddActor2D(actors.back().actor());
    }
    const int height = window.GetSize()[1];
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (i < scene.pieces.size())
            actors[i].show(scene.pieces[i], m_parts->textures.textureOf(scene.pieces[i]), scene.devicePixelRatio,
                           height);
        else
            actors[i].hide();
    }
    window.Render();
    m_parts->textures.endFrame(window);
}

void VtkPieceStage::copyTo(unsigned int framebuffer) {
    auto& window = *m_parts->window;
    auto& state = *window.GetState();
    const int* size = window.GetSize();
    state.vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, framebuffer);
    state.vtkglDrawBuffer(GL_COLOR_ATTACHMENT0);
    state.vtkglDisable(GL_SCISSOR_TEST);
    window.BlitDisplayFramebuffer(0, 0, 0, size[0], size[1], 0, 0, size[0], size[1], GL_COLOR_BUFFER_BIT, GL_NEAREST);
    state.vtkglColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    state.vtkglClearColor(0.0F, 0.0F, 0.0F, 1.0F);
    state.vtkglClear(GL_COLOR_BUFFER_BIT);
    state.vtkglColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
    state.Pop();
}

} // namespace limpid
