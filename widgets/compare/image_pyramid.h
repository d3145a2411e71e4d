// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>

#include <vector>

namespace limpid {

/// An image and its halves, made when they are first needed, so that a photograph of many megapixels is drawn small
/// without touching all its pixels at every repaint.
class ImagePyramid {
public:
    ImagePyramid() = default;
    explicit ImagePyramid(const QImage& image);

    bool isNull() const { return m_levels.empty(); }
    QSize size() const;
    /// The smallest level that still has at least `zoom` (device pixels per image pixel) of the image's resolution.
    const QImage& levelFor(double zoom);

private:
    std::vector<QImage> m_levels;
};

} // namespace limpid
