// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/ssim.h"

namespace limpid {

torch::Tensor SsimWindow::taps(const torch::TensorOptions& options) const {
    if (sigma <= 0.0) {
        return torch::full({size}, 1.0 / size, options);
    }
    // In double: the taps are few, and their sum should be 1 to the last bit that the images' type can hold.
    const auto x = torch::arange(size, options.dtype(torch::kFloat64)) - static_cast<double>(border());
    const auto weights = (x.square() * (-0.5 / (sigma * sigma))).exp();
    return (weights / weights.sum()).to(options.dtype().toScalarType());
}

torch::Tensor ssimMap(const torch::Tensor& a, const torch::Tensor& b, const SsimWindow& window, double dataRange) {
    TORCH_CHECK(a.dim() == 4 && a.sizes() == b.sizes(), "two [N,C,H,W] batches of one shape are compared");
    TORCH_CHECK(a.size(2) >= window.size && a.size(3) >= window.size, "the image is smaller than the SSIM window");
    const auto batch = a.size(0);
    const auto channels = a.size(1);
    const auto taps = window.taps(a.options());

    // Second moments about mid-range: E[x^2] - E[x]^2 loses half of its digits when x lies far from zero.
    const double middle = dataRange / 2.0;
    const auto x = a - middle;
    const auto y = b - middle;
    auto moments = torch::cat({x, y, x * x, y * y, x * y});
    moments = moments.reshape({-1, 1, a.size(2), a.size(3)});
    moments = torch::conv2d(moments, taps.reshape({1, 1, 1, -1}));
    moments = torch::conv2d(moments, taps.reshape({1, 1, -1, 1}));
    moments = moments.reshape({5, batch, channels, moments.size(2), moments.size(3)});

    const auto meanX = moments[0];
    const auto meanY = moments[1];
    const double samples = static_cast<double>(window.size) * window.size;
    const double norm = window.sampleCovariance ? samples / (samples - 1.0) : 1.0;
    const auto varianceX = (moments[2] - meanX * meanX) * norm;
    const auto varianceY = (moments[3] - meanY * meanY) * norm;
    const auto covariance = (moments[4] - meanX * meanY) * norm;

    const double c1 = 0.01 * dataRange * 0.01 * dataRange;
    const double c2 = 0.03 * dataRange * 0.03 * dataRange;
    const auto meanA = meanX + middle;
    const auto meanB = meanY + middle;
    const auto numerator = (2.0 * meanA * meanB + c1) * (2.0 * covariance + c2);
    return numerator / ((meanA * meanA + meanB * meanB + c1) * (varianceX + varianceY + c2));
}

torch::Tensor ssim(const torch::Tensor& a, const torch::Tensor& b, const SsimWindow& window, const torch::Tensor& mask,
                   double dataRange) {
    if (!mask.defined()) {
        return ssimMap(a, b, window, dataRange).mean({1, 2, 3});
    }
    const auto weight = mask.to(a.scalar_type()).expand({a.size(0), 1, a.size(2), a.size(3)});
    const auto map = ssimMap(a * weight, b * weight, window, dataRange);
    const auto inside = weight.narrow(2, window.border(), map.size(2)).narrow(3, window.border(), map.size(3));
    return (map * inside).sum({1, 2, 3}) / (inside.sum({1, 2, 3}) * static_cast<double>(a.size(1)));
}

} // namespace limpid
