// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QPoint>
#include <QRgba64>
#include <QString>

#include <optional>

namespace limpid {

/// The values of one pixel as the image holds them.
struct PixelValue {
    QRgba64 colour;    ///< 0 to 65535 of a deep image, 0 to 255 of any other.
    bool grey = false; ///< One channel; red, green and blue are the same.

    /// "128", or "128, 64, 32" of a colour image.
    QString text() const;
};

/// What lies under the cursor, for the status line.
struct PixelReadout {
    std::optional<QPoint> pixel; ///< On the original; none where the cursor is beside the image.
    std::optional<PixelValue> original;
    std::optional<PixelValue> enhanced; ///< At the same place, whatever the enhanced image's size.

    /// One line in the user's language; empty beside the image.
    QString text() const;
};

/// The value at `share` of the image's width and height, each 0 to 1; none of a null image.
std::optional<PixelValue> valueAt(const QImage& image, const QPointF& share);

/// Reads both images at a place in pixels of the original.
PixelReadout readPixel(const QImage& original, const QImage& enhanced, const QPointF& place);

} // namespace limpid
