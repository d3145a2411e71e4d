// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QRect>

#include <array>
#include <cstdint>

namespace limpid {

/// Whether the image has more than 8 bits per channel, so that a display window is of use.
bool isDeep(const QImage& image);

/// The values of a deep image that are shown black and white; those between are spread evenly.
struct DisplayWindow {
    static constexpr int greatest = 65535;

    int low = 0;
    int high = greatest;

    bool operator==(const DisplayWindow&) const = default;
    int width() const { return high - low; }
    double centre() const { return (low + high) / 2.0; }
    /// The nearest window with 0 <= low < high <= 65535.
    DisplayWindow bounded() const;
    /// As DICOM names a window; bounded.
    static DisplayWindow about(double centre, double width);
};

/// The display window that cuts off the darkest and the brightest half per cent of a deep image's values; the whole
/// range for other images. Of a large image not every row is counted, so that it takes some milliseconds. Any thread.
DisplayWindow autoWindow(const QImage& image);

/// Applies a display window to deep pixels. A value; reading is safe from any thread.
class DisplayTable {
public:
    /// A window that is out of bounds is brought back.
    explicit DisplayTable(const DisplayWindow& window = {});

    const DisplayWindow& window() const { return m_window; }
    /// A part of a deep image (Format_Grayscale16, Format_RGBX64 or Format_RGBA64, whose opacity is ignored) as the
    /// screen shows it, RGB32. The part must lie inside the image.
    QImage apply(const QImage& deep, const QRect& part) const;

private:
    DisplayWindow m_window;
    std::array<std::uint8_t, DisplayWindow::greatest + 1> m_bytes{};
};

} // namespace limpid
