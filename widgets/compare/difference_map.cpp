// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "compare/difference_map.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <span>

namespace limpid {

namespace {

constexpr int greatest = 255;

constexpr std::array diverging{qRgb(8, 36, 110),    qRgb(40, 110, 200), qRgb(150, 195, 235), qRgb(245, 245, 245),
                               qRgb(250, 190, 120), qRgb(220, 105, 20), qRgb(115, 45, 0)};
constexpr std::array sequential{qRgb(6, 4, 20),    qRgb(66, 16, 104),  qRgb(148, 38, 103),
                                qRgb(221, 81, 58), qRgb(252, 165, 30), qRgb(252, 252, 190)};

/// `share` 0 to 1 of the way through the colours.
QRgb along(std::span<const QRgb> colours, double share) {
    const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(colours.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(place), colours.size() - 2);
    const double rest = place - static_cast<double>(first);
    const auto mix = [rest](int one, int other) {
        return static_cast<int>(std::lround(one + (other - one) * rest));
    };
    const QRgb from = colours[first];
    const QRgb to = colours[first + 1];
    return qRgb(mix(qRed(from), qRed(to)), mix(qGreen(from), qGreen(to)), mix(qBlue(from), qBlue(to)));
}

/// Rec. 709 in thousandths, so that equal greys give exactly their difference.
int luminanceChange(QRgb from, QRgb to) {
    const int change =
        213 * (qRed(to) - qRed(from)) + 715 * (qGreen(to) - qGreen(from)) + 72 * (qBlue(to) - qBlue(from));
    return (change + (change >= 0 ? 500 : -500)) / 1000;
}

int greatestChange(QRgb from, QRgb to) {
    return std::max(
        {std::abs(qRed(to) - qRed(from)), std::abs(qGreen(to) - qGreen(from)), std::abs(qBlue(to) - qBlue(from))});
}

} // namespace

DifferenceMap::DifferenceMap(Kind kind, double gain)
    : m_kind(kind)
    , m_gain(std::clamp(gain, leastGain, greatestGain)) {
    for (int difference = -greatest; difference <= greatest; ++difference)
        m_colours[static_cast<std::size_t>(difference + greatest)] = colourAt(difference);
}

double DifferenceMap::range() const {
    return greatest / m_gain;
}

QRgb DifferenceMap::colourAt(double difference) const {
    if (m_kind == Kind::Signed)
        return along(diverging, 0.5 + difference / (2.0 * range()));
    return along(sequential, std::abs(difference) / range());
}

QImage DifferenceMap::render(const QImage& original, const QImage& enhanced) const {
    QImage map(original.size(), QImage::Format_RGB32);
    for (int y = 0; y < map.height(); ++y) {
        const auto* from = reinterpret_cast<const QRgb*>(original.constScanLine(y));
        const auto* to = reinterpret_cast<const QRgb*>(enhanced.constScanLine(y));
        auto* row = reinterpret_cast<QRgb*>(map.scanLine(y));
        for (int x = 0; x < map.width(); ++x) {
            const int change =
                m_kind == Kind::Signed ? luminanceChange(from[x], to[x]) : greatestChange(from[x], to[x]);
            row[x] = m_colours[static_cast<std::size_t>(change + greatest)];
        }
    }
    return map;
}

} // namespace limpid
