// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/window_level.h"

#include <QRgba64>

#include <algorithm>
#include <cmath>
#include <vector>

namespace limpid {

namespace {

constexpr std::size_t valueCount = DisplayWindow::greatest + 1;

/// One of the formats whose rows are read below.
QImage readable(const QImage& image) {
    switch (image.format()) {
    case QImage::Format_Grayscale16:
    case QImage::Format_RGBX64:
    case QImage::Format_RGBA64:
        return image;
    default:
        return image.convertToFormat(QImage::Format_RGBX64);
    }
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

DisplayWindow DisplayWindow::bounded() const {
    const int from = std::clamp(low, 0, greatest - 1);
    return {from, std::clamp(high, from + 1, greatest)};
}

DisplayWindow DisplayWindow::about(double centre, double width) {
    const double half = std::clamp(width, 1.0, static_cast<double>(greatest)) / 2.0;
    const double middle = std::clamp(centre, 0.0, static_cast<double>(greatest));
    return DisplayWindow{static_cast<int>(std::lround(middle - half)), static_cast<int>(std::lround(middle + half))}
        .bounded();
}

DisplayWindow autoWindow(const QImage& image) {
    constexpr double cutOff = 0.005;
    constexpr qint64 enough = 2'000'000; // pixels
    if (!isDeep(image) || image.isNull())
        return {};
    const auto deep = readable(image);
    const auto step = static_cast<int>(std::max<qint64>(1, static_cast<qint64>(deep.width()) * deep.height() / enough));
    std::vector<qint64> counts(valueCount);
    qint64 total = 0;
    for (int y = 0; y < deep.height(); y += step) {
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
    DisplayWindow window;
    for (qint64 below = counts.front(); below <= atEnd && window.low < window.high;
         below += counts[static_cast<std::size_t>(window.low)])
        ++window.low;
    for (qint64 above = counts.back(); above <= atEnd && window.high > window.low + 1;
         above += counts[static_cast<std::size_t>(window.high)])
        --window.high;
    return window.bounded();
}

DisplayTable::DisplayTable(const DisplayWindow& window)
    : m_window(window.bounded()) {
    for (int value = 0; value <= DisplayWindow::greatest; ++value) {
        const double share = std::clamp(static_cast<double>(value - m_window.low) / m_window.width(), 0.0, 1.0);
        m_bytes[static_cast<std::size_t>(value)] = static_cast<std::uint8_t>(share * 255.0 + 0.5);
    }
}

QImage DisplayTable::apply(const QImage& deep, const QRect& part) const {
    QImage shown(part.size(), QImage::Format_RGB32);
    for (int y = 0; y < part.height(); ++y) {
        const auto* row = deep.constScanLine(part.top() + y);
        auto* to = reinterpret_cast<QRgb*>(shown.scanLine(y));
        if (deep.format() == QImage::Format_Grayscale16) {
            const auto* from = reinterpret_cast<const quint16*>(row) + part.left();
            for (int x = 0; x < part.width(); ++x) {
                const auto grey = m_bytes[from[x]];
                to[x] = qRgb(grey, grey, grey);
            }
        } else {
            const auto* from = reinterpret_cast<const QRgba64*>(row) + part.left();
            for (int x = 0; x < part.width(); ++x)
                to[x] = qRgb(m_bytes[from[x].red()], m_bytes[from[x].green()], m_bytes[from[x].blue()]);
        }
    }
    return shown;
}

} // namespace limpid
