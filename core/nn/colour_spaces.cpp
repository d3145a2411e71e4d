// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "nn/colour_spaces.h"

namespace limpid {

torch::Tensor rgbToHsv(const torch::Tensor& rgb) {
    const auto red = rgb.select(1, 0);
    const auto green = rgb.select(1, 1);
    const auto blue = rgb.select(1, 2);
    const auto value = torch::maximum(torch::maximum(red, green), blue);
    const auto delta = value - torch::minimum(torch::minimum(red, green), blue);
    const auto grey = delta == 0;
    // Divisors are replaced, not the quotients, so that no NaN reaches the gradient.
    const auto safeDelta = delta.masked_fill(grey, 1.0);
    const auto saturation = delta / value.masked_fill(grey, 1.0);

    auto sextant = (green - blue) / safeDelta;
    sextant = torch::where(green == value, (blue - red) / safeDelta + 2.0, sextant);
    sextant = torch::where(blue == value, (red - green) / safeDelta + 4.0, sextant);
    const auto hue = torch::remainder(sextant.masked_fill(grey, 0.0) / 6.0, 1.0);
    return torch::stack({hue, saturation, value}, 1);
}

torch::Tensor rgbToLab(const torch::Tensor& rgb) {
    // The branch that is not taken is kept away from the powers' infinite slope at zero.
    const auto linear = torch::where(rgb > 0.04045, ((rgb.clamp_min(0.04045) + 0.055) / 1.055).pow(2.4), rgb / 12.92);
    const auto red = linear.select(1, 0);
    const auto green = linear.select(1, 1);
    const auto blue = linear.select(1, 2);

    // XYZ relative to the D65 white point, then CIE's cube root with its linear foot.
    const auto x = (red * 0.412453 + green * 0.357580 + blue * 0.180423) / 0.95047;
    const auto y = red * 0.212671 + green * 0.715160 + blue * 0.072169;
    const auto z = (red * 0.019334 + green * 0.119193 + blue * 0.950227) / 1.08883;
    constexpr double foot = 0.008856;
    const auto xyz = torch::stack({x, y, z}, 1);
    const auto f = torch::where(xyz > foot, xyz.clamp_min(foot).pow(1.0 / 3.0), xyz * 7.787 + 16.0 / 116.0);
    const auto fx = f.select(1, 0);
    const auto fy = f.select(1, 1);
    const auto fz = f.select(1, 2);
    return torch::stack({fy * 1.16 - 0.16, ((fx - fy) * 500.0 + 128.0) / 255.0, ((fy - fz) * 200.0 + 128.0) / 255.0},
                        1);
}

} // namespace limpid
