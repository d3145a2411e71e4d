// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_level.h"

#include <QRgba64>

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace limpid {

namespace {

constexpr int levels = 65536;

/// One of the two formats whose rows are read below.
QImage readable(const QImage& image) {
    if (image.format() == QImage::Format_Grayscale16 || image.format() == QImage::Format_RGBA64)
        return image;
    return image.convertToFormat(QImage::Format_RGBA64);
}

std::vector<std::uint8_t> tableOf(int low, int high) {
    std::vector<std::uint8_t> table(levels);
    const double span = std::max(1, high - low);
    for (int value = 0; value < levels; ++value) {
        const double share = std::clamp((value - low) / span, 0.0, 1.0);
        table[static_cast<std::size_t>(value)] = static_cast<std::uint8_t>(share * 255.0 + 0.5);
    }
    return table;
}

} // namespace

bool isDeep(const QImage& image) {
    switch (image.format()) {
    case QImage::Format_Grayscale16:
    case QImage::Format_RGBX64:
    case QImage::Format_RGBA64:
    case QImage::Format_RGBA64_Premultiplied:
        return true;
    default:
        return false;
    }
}

QImage toDisplay(const QImage& image, int low, int high) {
    if (!isDeep(image))
        return image.convertToFormat(QImage::Format_RGB32);
    const auto deep = readable(image);
    const auto table = tableOf(low, high);
    QImage shown(deep.size(), QImage::Format_RGB32);
    for (int y = 0; y < deep.height(); ++y) {
        auto* to = reinterpret_cast<QRgb*>(shown.scanLine(y));
        if (deep.format() == QImage::Format_Grayscale16) {
            const auto* from = reinterpret_cast<const quint16*>(deep.constScanLine(y));
            for (int x = 0; x < deep.width(); ++x) {
                const auto grey = table[from[x]];
                to[x] = qRgb(grey, grey, grey);
            }
        } else {
            const auto* from = reinterpret_cast<const QRgba64*>(deep.constScanLine(y));
            for (int x = 0; x < deep.width(); ++x)
                to[x] = qRgb(table[from[x].red()], table[from[x].green()], table[from[x].blue()]);
        }
    }
    return shown;
}

std::pair<int, int> autoWindow(const QImage& image) {
    constexpr double cutOff = 0.005;
    if (!isDeep(image) || image.isNull())
        return {0, levels - 1};
    const auto deep = readable(image);
    std::vector<qint64> counts(levels);
    qint64 total = 0;
    for (int y = 0; y < deep.height(); ++y) {
        if (deep.format() == QImage::Format_Grayscale16) {
            const auto* row = reinterpret_cast<const quint16*>(deep.constScanLine(y));
            std::for_each(row, row + deep.width(), [&](quint16 value) { ++counts[value]; });
            total += deep.width();
        } else {
            const auto* row = reinterpret_cast<const QRgba64*>(deep.constScanLine(y));
            std::for_each(row, row + deep.width(), [&](QRgba64 pixel) {
                for (const auto value : std::array{pixel.red(), pixel.green(), pixel.blue()})
                    ++counts[value];
            });
            total += 3LL * deep.width();
        }
    }
    const auto atEnd = static_cast<qint64>(static_cast<double>(total) * cutOff);
    int low = 0;
    int high = levels - 1;
    for (qint64 below = counts[0]; below <= atEnd && low < high; below += counts[static_cast<std::size_t>(low)])
        ++low;
    for (qint64 above = counts[levels - 1]; above <= atEnd && high > low + 1;
         above += counts[static_cast<std::size_t>(high)])
        --high;
    return {std::min(low, levels - 2), std::max(high, std::min(low, levels - 2) + 1)};
}

} // namespace limpid
