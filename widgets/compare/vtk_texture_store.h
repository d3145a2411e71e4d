// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"

#include <vtkSmartPointer.h>
#include <vtkTexture.h>

#include <map>
#include <tuple>

class vtkWindow;

namespace limpid {

/// The textures of pieces, kept while they are drawn and for some time after, so that panning back uploads nothing.
class VtkTextureStore {
public:
    /// The texture of the piece's part, its first row first; made when it is not there yet.
    vtkTexture* textureOf(const ScenePiece& piece);
    /// Gives back the textures that have not been drawn for longest, above a bound. With the context current.
    void endFrame(vtkWindow& window);
    /// Gives back all. With the context current.
    void clear(vtkWindow& window);

private:
    /// The image, the part's place and size in it, and whether it is smoothed, which is the texture's own property.
    using Key = std::tuple<qint64, int, int, int, int, bool>;
    struct Entry {
        vtkSmartPointer<vtkTexture> texture;
        quint64 lastFrame = 0;
        bool once = false;
    };

    std::map<Key, Entry> m_entries;
    quint64 m_frame = 0;
};

} // namespace limpid
