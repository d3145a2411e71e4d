// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

#include <utility>

namespace limpid {

/// Whether the image has more than 8 bits per channel, so that a display window is of use.
bool isDeep(const QImage& image);

/// The image as the screen shows it, RGB32. Of a deep image the values from `low` to `high` (0 to 65535, low below
/// high) are spread over black to white; an 8-bit image keeps its values. Deep copy. Any thread.
QImage toDisplay(const QImage& image, int low = 0, int high = 65535);

/// The display window that cuts off the darkest and the brightest half per cent of a deep image's values; the whole
/// range for other images. Any thread.
std::pair<int, int> autoWindow(const QImage& image);

} // namespace limpid
