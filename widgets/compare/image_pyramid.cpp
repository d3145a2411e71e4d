// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/image_pyramid.h"

#include <algorithm>

namespace limpid {

ImagePyramid::ImagePyramid(const QImage& image) {
    if (!image.isNull())
        m_levels.push_back(image.convertToFormat(QImage::Format_RGB32));
}

QSize ImagePyramid::size() const {
    return isNull() ? QSize() : m_levels.front().size();
}

const QImage& ImagePyramid::levelFor(double zoom) {
    constexpr int smallestSide = 64;
    std::size_t level = 0;
    for (double share = 0.5; share >= zoom; share /= 2, ++level) {
        if (level + 1 < m_levels.size())
            continue;
        const auto& finer = m_levels.back();
        if (std::min(finer.width(), finer.height()) < 2 * smallestSide)
            break;
        m_levels.push_back(
            finer.scaled(finer.width() / 2, finer.height() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    }
    return m_levels[std::min(level, m_levels.size() - 1)];
}

} // namespace limpid
