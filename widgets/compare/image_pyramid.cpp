// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/image_pyramid.h"

#include <algorithm>
#include <cstdint>

namespace limpid {

namespace {

/// The mean of four pixels, rounded; two channels are summed at a time.
QRgb meanOf(QRgb a, QRgb b, QRgb c, QRgb d) {
    constexpr std::uint32_t even = 0x00ff00ff;
    constexpr std::uint32_t half = 0x00020002;
    const auto low = ((a & even) + (b & even) + (c & even) + (d & even) + half) >> 2 & even;
    const auto high = ((a >> 8 & even) + (b >> 8 & even) + (c >> 8 & even) + (d >> 8 & even) + half) >> 2 & even;
    return high << 8 | low;
}

/// A quarter of the pixels: each the mean of four, at an odd edge of those that there are.
QImage halved(const QImage& fine) {
    QImage coarse((fine.width() + 1) / 2, (fine.height() + 1) / 2, fine.format());
    const int whole = fine.width() / 2;
    for (int y = 0; y < coarse.height(); ++y) {
        const auto* upper = reinterpret_cast<const QRgb*>(fine.constScanLine(2 * y));
        const auto* lower = reinterpret_cast<const QRgb*>(fine.constScanLine(std::min(2 * y + 1, fine.height() - 1)));
        auto* to = reinterpret_cast<QRgb*>(coarse.scanLine(y));
        for (int x = 0; x < whole; ++x)
            to[x] = meanOf(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
        if (whole < coarse.width())
            to[whole] = meanOf(upper[2 * whole], upper[2 * whole], lower[2 * whole], lower[2 * whole]);
    }
    return coarse;
}

} // namespace

ImagePyramid::ImagePyramid(const QImage& image) {
    if (image.isNull())
        return;
    m_levels.push_back(image.format() == QImage::Format_ARGB32 ? image : image.convertToFormat(QImage::Format_RGB32));
}

QSize ImagePyramid::size() const {
    return isNull() ? QSize() : m_levels.front().size();
}

int ImagePyramid::levelFor(double zoom) const {
    constexpr int smallestSide = 64;
    int number = 0;
    int side = std::min(size().width(), size().height());
    for (double share = 0.5; share >= zoom && side >= 2 * smallestSide; share /= 2, side = (side + 1) / 2)
        ++number;
    return number;
}

const QImage& ImagePyramid::level(int number) {
    const auto wanted = static_cast<std::size_t>(number);
    while (m_levels.size() <= wanted)
        m_levels.push_back(halved(m_levels.back()));
    return m_levels[wanted];
}

} // namespace limpid
