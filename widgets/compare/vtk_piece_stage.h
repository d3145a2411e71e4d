// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <QSize>

#include <functional>
#include <memory>

namespace limpid {

/// A VTK scene of textured rectangles, one for each piece of an image. It draws into a framebuffer of its own, which is
/// then copied. Pieces keep their texture from one frame to the next. Everything but the constructor needs the OpenGL
/// context to be current.
class VtkPieceStage {
public:
    struct Context {
        std::function<void()> makeCurrent;
        std::function<bool()> isCurrent;
    };

    explicit VtkPieceStage(Context context);
    ~VtkPieceStage();

    /// Begins with a new OpenGL context.
    void begin();
    /// Gives back everything that lives in the OpenGL context; begin() may follow.
    void end();
    void resize(const QSize& devicePixels);
    void render(const CompareScene& scene);
    /// Copies the last frame into that framebuffer of the context, opaque.
    void copyTo(unsigned int framebuffer);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace limpid
