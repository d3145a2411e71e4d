// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRect>
#include <QRectF>
#include <QSize>

#include <vector>

namespace limpid {

/// A piece of an image level. Level pixels throughout.
struct Tile {
    QRect cell; ///< What the tile shows; cells meet without gap or overlap.
    QRect part; ///< The cell with a rim from its neighbours, so that smoothing needs no pixel from outside.
};

/// The greatest side of a cell.
inline constexpr int tileSide = 510;

/// The tiles of a level of this size that a region touches, row by row.
std::vector<Tile> tilesTouching(const QSize& level, const QRectF& region);

} // namespace limpid
