// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/vtk_texture_store.h"

#include <vtkImageData.h>
#include <vtkWindow.h>

#include <algorithm>
#include <cstring>

namespace limpid {

namespace {

vtkSmartPointer<vtkImageData> pixelsOf(const ScenePiece& piece) {
    const bool clear = piece.pixels.hasAlphaChannel();
    const auto bytes =
        piece.pixels.copy(piece.part).convertToFormat(clear ? QImage::Format_RGBA8888 : QImage::Format_RGBX8888);
    const auto data = vtkSmartPointer<vtkImageData>::New();
    data->SetDimensions(bytes.width(), bytes.height(), 1);
    data->AllocateScalars(VTK_UNSIGNED_CHAR, 4);
    const auto row = static_cast<std::size_t>(bytes.width()) * 4;
    auto* to = static_cast<unsigned char*>(data->GetScalarPointer());
    for (int y = 0; y < bytes.height(); ++y, to += row)
        std::memcpy(to, bytes.constScanLine(y), row);
    return data;
}

} // namespace

vtkTexture* VtkTextureStore::textureOf(const ScenePiece& piece) {
    const auto& part = piece.part;
    auto& entry =
        m_entries[{piece.pixels.cacheKey(), part.left(), part.top(), part.width(), part.height(), piece.smooth}];
    entry.lastFrame = m_frame;
    entry.once = piece.once;
    if (!entry.texture) {
        entry.texture = vtkSmartPointer<vtkTexture>::New();
        entry.texture->SetColorModeToDirectScalars();
        entry.texture->SetInputData(pixelsOf(piece));
        entry.texture->RepeatOff();
        entry.texture->EdgeClampOn();
        entry.texture->SetInterpolate(piece.smooth);
    }
    return entry.texture;
}

void VtkTextureStore::endFrame(vtkWindow& window) {
    constexpr std::size_t greatestCount = 128; // a megabyte each, twice
    std::erase_if(m_entries, [&](auto& item) {
        auto& entry = item.second;
        if (entry.once)
            entry.texture->ReleaseGraphicsResources(&window);
        return entry.once;
    });
    while (m_entries.size() > greatestCount) {
        const auto oldest =
            std::min_element(m_entries.begin(), m_entries.end(), [](const auto& one, const auto& other) {
                return one.second.lastFrame < other.second.lastFrame;
            });
        if (oldest->second.lastFrame == m_frame)
            break;
        oldest->second.texture->ReleaseGraphicsResources(&window);
        m_entries.erase(oldest);
    }
    ++m_frame;
}

void VtkTextureStore::clear(vtkWindow& window) {
    for (auto& [key, entry] : m_entries)
        entry.texture->ReleaseGraphicsResources(&window);
    m_entries.clear();
}

} // namespace limpid
