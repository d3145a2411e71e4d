// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/image_pyramid.h"

#include "compare/window_level.h"

#include <algorithm>
#include <cstdint>

namespace limpid {

namespace {

/// Of the coarsest level, pixels.
constexpr int smallestSide = 64;

/// The mean of four pixels, rounded; two channels are summed at a time.
QRgb meanOf(QRgb a, QRgb b, QRgb c, QRgb d) {
    constexpr std::uint32_t even = 0x00ff00ff;
    constexpr std::uint32_t half = 0x00020002;
    const auto low = ((a & even) + (b & even) + (c & even) + (d & even) + half) >> 2 & even;
    const auto high = ((a >> 8 & even) + (b >> 8 & even) + (c >> 8 & even) + (d >> 8 & even) + half) >> 2 & even;
    return high << 8 | low;
}

/// The same for four channels of 16 bit.
quint64 meanOf(quint64 a, quint64 b, quint64 c, quint64 d) {
    constexpr quint64 even = 0x0000ffff0000ffff;
    constexpr quint64 half = 0x0000000200000002;
    const auto low = ((a & even) + (b & even) + (c & even) + (d & even) + half) >> 2 & even;
    const auto high = ((a >> 16 & even) + (b >> 16 & even) + (c >> 16 & even) + (d >> 16 & even) + half) >> 2 & even;
    return high << 16 | low;
}

quint16 meanOf(quint16 a, quint16 b, quint16 c, quint16 d) {
    return static_cast<quint16>((a + b + c + d + 2) >> 2);
}

/// A quarter of the pixels: each the mean of four, at an odd edge of those that there are.
template <typename Pixel>
QImage halvedAs(const QImage& fine) {
    QImage coarse((fine.width() + 1) / 2, (fine.height() + 1) / 2, fine.format());
    const int whole = fine.width() / 2;
    for (int y = 0; y < coarse.height(); ++y) {
        const auto* upper = reinterpret_cast<const Pixel*>(fine.constScanLine(2 * y));
        const auto* lower = reinterpret_cast<const Pixel*>(fine.constScanLine(std::min(2 * y + 1, fine.height() - 1)));
        auto* to = reinterpret_cast<Pixel*>(coarse.scanLine(y));
        for (int x = 0; x < whole; ++x)
            to[x] = meanOf(upper[2 * x], upper[2 * x + 1], lower[2 * x], lower[2 * x + 1]);
        if (whole < coarse.width())
            to[whole] = meanOf(upper[2 * whole], upper[2 * whole], lower[2 * whole], lower[2 * whole]);
    }
    return coarse;
}

QImage halved(const QImage& fine) {
    if (!isDeep(fine))
        return halvedAs<QRgb>(fine);
    return fine.format() == QImage::Format_Grayscale16 ? halvedAs<quint16>(fine) : halvedAs<quint64>(fine);
}

/// The image in one of the formats that are halved above.
QImage usable(const QImage& image) {
    switch (image.format()) {
    case QImage::Format_ARGB32:
    case QImage::Format_Grayscale16:
    case QImage::Format_RGBX64:
    case QImage::Format_RGBA64:
        return image;
    default:
        return image.convertToFormat(isDeep(image) ? QImage::Format_RGBX64 : QImage::Format_RGB32);
    }
}

} // namespace

ImagePyramid::ImagePyramid(const QImage& image) {
    if (image.isNull())
        return;
    m_levels.push_back(usable(image));
    while (std::min(m_levels.back().width(), m_levels.back().height()) >= 2 * smallestSide)
        m_levels.push_back(halved(m_levels.back()));
}

QSize ImagePyramid::size() const {
    return isNull() ? QSize() : m_levels.front().size();
}

int ImagePyramid::levelFor(double zoom) const {
    const int coarsest = static_cast<int>(m_levels.size()) - 1;
    int number = 0;
    for (double share = 0.5; share >= zoom && number < coarsest; share /= 2)
        ++number;
    return number;
}

} // namespace limpid
