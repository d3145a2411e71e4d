// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/compare_scene.h"
#include "compare/shown_image.h"

#include <QRectF>

#include <functional>
#include <vector>

namespace limpid {

/// Cuts what is visible of images into pieces: of each image the level of detail that fits its size on the screen, in
/// tiles. From 200 % on, and at 100 %, pixels are shown as squares.
class PieceCutter {
public:
    /// Makes the pixels of a part of a level.
    using TileMaker = std::function<QImage(int level, const QRect& part)>;

    /// Pieces are added to `pieces`, which must outlive the cutter.
    PieceCutter(std::vector<ScenePiece>& pieces, double devicePixelRatio);

    /// The image lies at `place` in the view; only what is inside `clip` is wanted. A deep image is always opaque.
    void cut(ShownImage& image, const QRectF& place, const QRectF& clip, double opacity = 1.0);
    /// The same for an image of this size that is made tile by tile.
    void cut(const QSize& size, int level, const TileMaker& make, const QRectF& place, const QRectF& clip);
    /// The level for tiles that have to be computed first: as many pixels as the view shows, or up to a quarter fewer
    /// along each side, so that a new level at a zoom step costs at most half of what levelFor() could ask for.
    int levelToMake(const ShownImage& image, const QRectF& place) const;

private:
    /// The level that has at least as many pixels as the view shows.
    int levelFor(const ShownImage& image, const QRectF& place) const;
    using Adder = std::function<void(const QRect& part, ScenePiece piece)>;
    void eachTile(const QSize& size, int level, const QRectF& place, const QRectF& clip, const Adder& add) const;
    QRectF onDevice(const QRectF& rect) const;

    std::vector<ScenePiece>& m_pieces;
    double m_ratio;
};

} // namespace limpid
