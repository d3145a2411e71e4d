// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/portable_random.h"

#include <opencv2/core.hpp>

namespace limpid {

/// Smooth random field of about zero mean and unit deviation, CV_32FC1 of `size`: normal values on a lattice of
/// `cellPx` pixels, joined bicubically. `cellPx` is clamped to at least 1.
cv::Mat smoothNoise(cv::Size size, double cellPx, PortableRandom& random);

/// The same with different lattice spacings across and along, for streaks.
cv::Mat smoothNoise(cv::Size size, cv::Size2d cellPx, PortableRandom& random);

/// Sum of `octaves` smooth fields, each half the spacing and `persistence` times the strength of the one before,
/// scaled to unit deviation.
cv::Mat fractalNoise(cv::Size size, double cellPx, int octaves, double persistence, PortableRandom& random);

} // namespace limpid
