// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>

#include <vector>

namespace limpid {

/// An image and its halves, so that a photograph of many megapixels is drawn small without touching all its pixels at
/// every repaint. A pixel of level n stands for 2^n x 2^n pixels of the image; where the image's side is no multiple of
/// that, the last pixel of the level reaches beyond the image's edge. Copies share their pixels.
class ImagePyramid {
public:
    ImagePyramid() = default;
    /// Makes all levels, in any thread: of 24 megapixels that takes a tenth of a second and more, too long for the
    /// window's. Level 0 is the image itself: ARGB32, Grayscale16, RGBX64 and RGBA64 stay what they are, other deep
    /// formats become RGBX64 and everything else RGB32.
    ImagePyramid(const QImage& image); // NOLINT(google-explicit-constructor): a small image is its own pyramid

    bool isNull() const { return m_levels.empty(); }
    QSize size() const;
    /// The coarsest level that still has at least `zoom` (device pixels per image pixel) of the image's resolution.
    int levelFor(double zoom) const;
    /// The pixels of a level, 0 to what levelFor() names. The image must not be null.
    const QImage& level(int number) const { return m_levels.at(static_cast<std::size_t>(number)); }
    /// Level 0; a null image where there is none.
    QImage image() const { return isNull() ? QImage() : m_levels.front(); }

private:
    std::vector<QImage> m_levels;
};

} // namespace limpid
