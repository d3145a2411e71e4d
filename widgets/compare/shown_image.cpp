// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/shown_image.h"

#include <utility>

namespace limpid {

ShownImage::ShownImage(const ImagePyramid& image, std::shared_ptr<const DisplayTable> table)
    : m_pyramid(image) {
    if (!limpid::isDeep(image.image()))
        return;
    m_tiles = std::make_unique<QCache<Key, QImage>>(greatestTileCount);
    setTable(std::move(table));
}

QSize ShownImage::levelSize(int level) const {
    const int side = 1 << level;
    return {(size().width() + side - 1) / side, (size().height() + side - 1) / side};
}

void ShownImage::setTable(std::shared_ptr<const DisplayTable> table) {
    if (!isDeep())
        return;
    m_table = table ? std::move(table) : std::make_shared<const DisplayTable>();
    m_tiles->clear();
}

QImage ShownImage::part(int level, const QRect& area) {
    const auto& pixels = m_pyramid.level(level);
    if (!isDeep()) {
        const auto* first = pixels.constScanLine(area.top()) + area.left() * static_cast<qsizetype>(sizeof(QRgb));
        return {first, area.width(), area.height(), pixels.bytesPerLine(), pixels.format()};
    }
    const Key key{level, area};
    if (const auto* known = m_tiles->object(key))
        return *known;
    auto shown = m_table->apply(pixels, area);
    m_tiles->insert(key, new QImage(shown));
    return shown;
}

} // namespace limpid
