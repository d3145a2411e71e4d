// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_tint.h"

#include <algorithm>

namespace limpid {

const TintStatistics& tintStatistics(FundusTint tint) {
    // Mean over pixels whose brightest channel exceeds 25, per photograph; then over the photographs of each set
    // (20 HRF, 20 FIVES, 28 CHASE_DB1, 20 IDRiD, 67 CSDI).
    static const std::array<TintStatistics, kFundusTints.size()> measured{{
        {{191.1, 59.4, 31.5}, {10.3, 8.4, 6.0}, {161, 47, 22}, {207, 86, 42}, 0.311, 0.043, 0.164, 0.028, 0.0},
        {{140.9, 69.3, 25.0}, {29.6, 17.0, 6.5}, {88, 39, 12}, {205, 96, 42}, 0.490, 0.058, 0.181, 0.041, 0.05},
        {{166.8, 60.5, 10.4}, {41.8, 11.0, 3.3}, {97, 40, 3}, {244, 89, 18}, 0.375, 0.075, 0.068, 0.033, 0.0},
        {{171.4, 78.0, 17.9}, {29.6, 17.3, 17.8}, {114, 40, 2}, {220, 106, 73}, 0.453, 0.068, 0.104, 0.109, 0.03},
        {{128.9, 103.8, 45.5}, {23.2, 27.4, 19.8}, {72, 48, 12}, {181, 156, 96}, 0.798, 0.118, 0.347, 0.128, 0.22},
    }};
    return measured[static_cast<std::size_t>(tint)];
}

cv::Vec3d drawMeanColour(FundusTint tint, PortableRandom& random) {
    const TintStatistics& set = tintStatistics(tint);
    const double red = random.boundedNormal(set.mean[0], set.deviation[0], 1.4);
    // Green and blue follow red, as one exposure sets all three.
    const cv::Vec3d colour(red, red * random.boundedNormal(set.greenToRed, set.greenToRedDeviation, 1.4),
                           red * random.boundedNormal(set.blueToRed, set.blueToRedDeviation, 1.4));
    cv::Vec3d kept;
    for (int channel = 0; channel < 3; ++channel) {
        // A margin, so that rounding to whole grey levels cannot leave the range.
        const double margin = std::min(2.0, 0.1 * (set.highest[channel] - set.lowest[channel]));
        kept[channel] = std::clamp(colour[channel], set.lowest[channel] + margin, set.highest[channel] - margin);
    }
    return kept;
}

} // namespace limpid
