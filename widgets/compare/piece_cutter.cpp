// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/piece_cutter.h"

#include "compare/tile_grid.h"

#include <cmath>

namespace limpid {

PieceCutter::PieceCutter(std::vector<ScenePiece>& pieces, double devicePixelRatio)
    : m_pieces(pieces)
    , m_ratio(devicePixelRatio) {}

int PieceCutter::levelFor(const ShownImage& image, const QRectF& place) const {
    return image.levelFor(place.width() / image.size().width() * m_ratio);
}

int PieceCutter::levelToMake(const ShownImage& image, const QRectF& place) const {
    constexpr double resolution = 0.75;
    return image.levelFor(resolution * place.width() / image.size().width() * m_ratio);
}

void PieceCutter::cut(ShownImage& image, const QRectF& place, const QRectF& clip, double opacity) {
    if (image.isNull() || place.isEmpty() || opacity <= 0.0)
        return;
    if (image.isDeep())
        return cut(
            image.size(), levelToMake(image, place),
            [&](int level, const QRect& part) { return image.part(level, part); }, place, clip);
    const int number = levelFor(image, place);
    const auto& pixels = image.level(number);
    eachTile(image.size(), number, place, clip, [&](const QRect& part, ScenePiece piece) {
        piece.pixels = pixels;
        piece.part = part;
        piece.opacity = opacity;
        m_pieces.push_back(std::move(piece));
    });
}

void PieceCutter::cut(const QSize& size, int level, const TileMaker& make, const QRectF& place, const QRectF& clip) {
    eachTile(size, level, place, clip, [&](const QRect& part, ScenePiece piece) {
        piece.pixels = make(level, part);
        piece.part = piece.pixels.rect();
        m_pieces.push_back(std::move(piece));
    });
}

void PieceCutter::eachTile(const QSize& size, int level, const QRectF& place, const QRectF& clip,
                           const Adder& add) const {
    constexpr double squaresFrom = 2.0;
    const int side = 1 << level;
    const QSize pixels((size.width() + side - 1) / side, (size.height() + side - 1) / side);
    // Logical view pixels per level pixel.
    const double across = place.width() / size.width() * side;
    const double down = place.height() / size.height() * side;
    const auto inView = [&](const QRect& rect) {
        return QRectF(place.left() + rect.left() * across, place.top() + rect.top() * down, rect.width() * across,
                      rect.height() * down);
    };
    const auto visible = onDevice(clip) & onDevice(place);
    const QRectF region((visible.left() - place.left()) / across, (visible.top() - place.top()) / down,
                        visible.width() / across, visible.height() / down);
    // The resolution on the screen of the level's own pixels.
    const double zoom = across * m_ratio;
    const bool square = zoom >= squaresFrom || std::abs(zoom - 1.0) < 1e-9;
    for (const auto& tile : tilesTouching(pixels, region)) {
        ScenePiece piece;
        piece.place = inView(tile.part);
        piece.area = onDevice(inView(tile.cell)) & visible;
        piece.smooth = !square;
        if (!piece.area.isEmpty())
            add(tile.part, std::move(piece));
    }
}

QRectF PieceCutter::onDevice(const QRectF& rect) const {
    const auto snapped = [this](double length) {
        return std::round(length * m_ratio) / m_ratio;
    };
    return {QPointF(snapped(rect.left()), snapped(rect.top())), QPointF(snapped(rect.right()), snapped(rect.bottom()))};
}

} // namespace limpid
