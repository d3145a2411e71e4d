// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "phantoms/portable_random.h"

#include <opencv2/core.hpp>

namespace limpid {

/// Fully developed speckle in decibels relative to its mean power, CV_32FC1: ten times the decimal logarithm of the
/// squared magnitude of a complex normal field that is correlated over `grainPx` (Goodman 1976).
cv::Mat speckleDecibels(cv::Size size, cv::Size2d grainPx, PortableRandom& random);

} // namespace limpid
