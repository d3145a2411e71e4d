// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/tile_grid.h"

#include <algorithm>
#include <cmath>

namespace limpid {

namespace {

struct Span {
    int first;
    int last;
};

/// The numbers of the tiles along one side.
Span tilesAlong(int length, double from, double to) {
    const double start = std::max(0.0, from);
    const double end = std::min<double>(length, to);
    if (start >= end)
        return {0, -1};
    return {static_cast<int>(start / tileSide), static_cast<int>(std::ceil(end / tileSide)) - 1};
}

} // namespace

std::vector<Tile> tilesTouching(const QSize& level, const QRectF& region) {
    constexpr int rim = 1;
    const QRect whole(QPoint(0, 0), level);
    const auto columns = tilesAlong(level.width(), region.left(), region.right());
    const auto rows = tilesAlong(level.height(), region.top(), region.bottom());
    std::vector<Tile> tiles;
    for (int row = rows.first; row <= rows.last; ++row) {
        for (int column = columns.first; column <= columns.last; ++column) {
            const auto cell = QRect(column * tileSide, row * tileSide, tileSide, tileSide) & whole;
            tiles.push_back({cell, cell.adjusted(-rim, -rim, rim, rim) & whole});
        }
    }
    return tiles;
}

} // namespace limpid
