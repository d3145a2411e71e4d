// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <QImage>

namespace limpid {

/// The image as the screen shows it, 8 bit; 16-bit values are scaled, not stretched. Deep copy. Any thread.
QImage toQImage(const Image& image);

/// A map of one channel, CV_8UC1, as a grey image; null for an empty one. Deep copy. Any thread.
QImage toGreyQImage(const cv::Mat& map);

/// The image with its long side reduced to `side` pixels; a smaller image stays as it is. Any thread.
QImage thumbnailOf(const Image& image, int side);

} // namespace limpid
