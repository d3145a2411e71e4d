// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "compare/image_pyramid.h"
#include "compare/window_level.h"

#include <QCache>
#include <QImage>
#include <QRect>
#include <QSize>

#include <memory>

namespace limpid {

/// An image as the screen shows it, in levels of detail. An 8-bit image is shown as it is; of a deep one only the tiles
/// that are looked at go through the display window, so that changing the window costs no more than what is visible and
/// the image is not held a second time. One thread.
class ShownImage {
public:
    ShownImage() = default;
    /// `table` is for deep images, and may be null for others.
    explicit ShownImage(const ImagePyramid& image, std::shared_ptr<const DisplayTable> table = nullptr);

    bool isNull() const { return m_pyramid.isNull(); }
    QSize size() const { return m_pyramid.size(); }
    QSize levelSize(int level) const;
    int levelFor(double zoom) const { return m_pyramid.levelFor(zoom); }
    bool isDeep() const { return m_tiles != nullptr; }
    /// The pixels with their own depth; null where there is no image.
    QImage values() const { return m_pyramid.image(); }
    /// Shows a deep image through another window.
    void setTable(std::shared_ptr<const DisplayTable> table);

    /// A whole level of an image that is not deep; RGB32, or ARGB32 where the image has that format.
    const QImage& level(int number) const { return m_pyramid.level(number); }
    /// A part of a level. Of an 8-bit image it is no copy, and valid while the image is; of a deep one it is RGB32 and
    /// kept for some time, so that the same part has the same cacheKey() again.
    QImage part(int level, const QRect& area);

private:
    struct Key {
        int level;
        QRect area;
        bool operator==(const Key&) const = default;
        friend size_t qHash(const Key& key, size_t seed) {
            return qHashMulti(seed, key.level, key.area.x(), key.area.y(), key.area.width(), key.area.height());
        }
    };
    static constexpr int greatestTileCount = 96; // a megabyte each

    ImagePyramid m_pyramid;
    std::shared_ptr<const DisplayTable> m_table;
    std::unique_ptr<QCache<Key, QImage>> m_tiles; ///< Of deep images only.
};

} // namespace limpid
