// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/pixel_spacing.h"

#include <cmath>

namespace limpid {

std::optional<double> plausibleSpacing(double pixelsPerMetreAcross, double pixelsPerMetreDown) {
    constexpr double micrometresPerMetre = 1e6;
    constexpr double metresPerInch = 0.0254;
    constexpr double printStep = 100.0; // dots per inch
    constexpr double finestPrint = 9600.0;
    constexpr double tolerance = 0.01;
    if (!(pixelsPerMetreAcross > 0.0) || !(pixelsPerMetreDown > 0.0) ||
        std::abs(pixelsPerMetreAcross - pixelsPerMetreDown) > tolerance * pixelsPerMetreAcross)
        return std::nullopt;
    const double spacing = micrometresPerMetre / pixelsPerMetreAcross;
    if (!(spacing >= leastSpacing && spacing <= greatestSpacing))
        return std::nullopt;
    // A PNG counts whole pixels per metre, so that a multiple is not met exactly.
    const double steps = pixelsPerMetreAcross * metresPerInch / printStep;
    if (steps < finestPrint / printStep + 0.5 && std::abs(steps - std::round(steps)) < 1e-3)
        return std::nullopt;
    return spacing;
}

} // namespace limpid
