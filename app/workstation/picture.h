// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <QImage>

namespace limpid {

/// The most that one 16-bit image may take when it is shown, in bytes: 64 megapixels in colour, 256 in grey.
inline constexpr qint64 greatestDeepBytes = qint64{512} * 1024 * 1024;

/// The image for the comparison: RGB32 where it has 8 bits; Grayscale16 or RGBX64, with its own values, where it has
/// 16. One that would take more than `deepBytes` is scaled to 8 bits. Deep copy; null where the memory does not
/// suffice. Any thread.
QImage toQImage(const Image& image, qint64 deepBytes = greatestDeepBytes);

/// The width of one pixel in micrometres, where toQImage() knew it from the file; 0 else. Any thread.
double micrometresPerPixel(const QImage& image);

/// A map of one channel, CV_8UC1, as a grey image; null for an empty one. Deep copy. Any thread.
QImage toGreyQImage(const cv::Mat& map);

/// The image with 8 bits and its long side reduced to `side` pixels; a smaller image keeps its size. 16-bit values are
/// scaled, not stretched. Any thread.
QImage thumbnailOf(const Image& image, int side);

} // namespace limpid
