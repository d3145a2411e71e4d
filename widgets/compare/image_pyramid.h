// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>

#include <vector>

namespace limpid {

/// An image and its halves, made when they are first needed, so that a photograph of many megapixels is drawn small
/// without touching all its pixels at every repaint. A pixel of level n stands for 2^n x 2^n pixels of the image; where
/// the image's side is no multiple of that, the last pixel of the level reaches beyond the image's edge.
class ImagePyramid {
public:
    ImagePyramid() = default;
    /// Level 0 is the image itself: ARGB32, Grayscale16, RGBX64 and RGBA64 stay what they are, other deep formats
    /// become RGBX64 and everything else RGB32.
    explicit ImagePyramid(const QImage& image);

    bool isNull() const { return m_levels.empty(); }
    QSize size() const;
    /// The coarsest level that still has at least `zoom` (device pixels per image pixel) of the image's resolution.
    int levelFor(double zoom) const;
    /// The pixels of a level, 0 to what levelFor() names. The image must not be null.
    const QImage& level(int number);

private:
    std::vector<QImage> m_levels;
};

} // namespace limpid
