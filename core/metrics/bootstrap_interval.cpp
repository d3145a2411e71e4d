// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/bootstrap_interval.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

namespace limpid {

namespace {

/// Enough that the ends of a 95 % interval move by a hundredth of its width from seed to seed.
constexpr int resamples = 4000;

/// The value below which the share `at` of `sorted` lies.
double quantile(const std::vector<double>& sorted, double at) {
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(at * last))];
}

} // namespace

std::optional<BootstrapInterval> BootstrapInterval::ofMean(const std::vector<double>& values, std::uint64_t seed,
                                                           double level) {
    const auto count = values.size();
    if (count < 2 || !std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); }))
        return std::nullopt;
    std::mt19937_64 random(seed);
    std::vector<double> means(resamples);
    for (auto& mean : means) {
        double sum = 0.0;
        // The remainder instead of the library's distribution, whose draws differ between libraries.
        for (std::size_t i = 0; i < count; ++i)
            sum += values[random() % count];
        mean = sum / static_cast<double>(count);
    }
    std::sort(means.begin(), means.end());
    const double outside = (1.0 - level) / 2.0;
    return BootstrapInterval{quantile(means, outside), quantile(means, 1.0 - outside)};
}

} // namespace limpid
