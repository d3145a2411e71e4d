// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace limpid {

/// The spacing of pixels that may be believed of a photograph of the eye, in micrometres: finer than any print or
/// screen, coarser than a microscope.
inline constexpr double leastSpacing = 1.0;
inline constexpr double greatestSpacing = 40.0;

/// The width of one pixel in micrometres by what a file says of its resolution, in pixels per metre across and down.
/// None where that says nothing about the picture: beyond the bounds above, pixels that are not square, or a whole
/// multiple of 100 dots per inch up to 9600, which is what printers and scanners put there.
std::optional<double> plausibleSpacing(double pixelsPerMetreAcross, double pixelsPerMetreDown);

} // namespace limpid
