// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace limpid {

/// Between which two values a mean lies, as far as the values that it was taken of tell. After B. Efron, "Bootstrap
/// methods: another look at the jackknife", Annals of Statistics 1979: the percentile interval of the means of
/// resamples drawn with replacement. Free of LibTorch.
struct BootstrapInterval {
    double low = 0.0;
    double high = 0.0;

    bool operator==(const BootstrapInterval&) const = default;

    /// The interval of the mean of `values`, one value per image. `level` in (0, 1) is the share of resampled means
    /// inside. The same values and seed give the same interval on every machine. None for fewer than two values or
    /// where one is not finite. In the calling thread.
    static std::optional<BootstrapInterval> ofMean(const std::vector<double>& values, std::uint64_t seed,
                                                   double level = 0.95);
};

} // namespace limpid
