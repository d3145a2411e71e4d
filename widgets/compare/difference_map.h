// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

#include <array>

namespace limpid {

/// Colours for how much the enhanced image differs from the original. Colours that colour-blind people tell apart, and
/// whose lightness tells the amount too.
class DifferenceMap {
public:
    enum class Kind {
        Signed,  ///< Luminance (Rec. 709), enhanced minus original: blue is darker, white is equal, orange is brighter.
        Absolute ///< Of the channel that changed most: from nearly black (equal) over red to pale yellow.
    };
    static constexpr double leastGain = 1.0;
    static constexpr double greatestGain = 16.0;

    /// A gain of n puts the ends of the colour scale at 1/n of the full range. It is kept within its bounds.
    explicit DifferenceMap(Kind kind, double gain = leastGain);

    Kind kind() const { return m_kind; }
    /// The difference, in 8-bit grey levels, at the end of the scale; greater ones have the same colour.
    double range() const;
    /// The colour of a difference in 8-bit grey levels.
    QRgb colourAt(double difference) const;
    /// The difference image, RGB32, of two images with the same size and the format RGB32.
    QImage render(const QImage& original, const QImage& enhanced) const;

private:
    Kind m_kind;
    double m_gain;
    std::array<QRgb, 511> m_colours{}; ///< For -255 to 255.
};

} // namespace limpid
