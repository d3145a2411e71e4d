// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <torch/types.h>

namespace limpid {

/// The window over which SSIM takes its local moments. The window is half of an SSIM number: the same pair differs by
/// hundredths between windows, so a window is always named, never defaulted.
struct SsimWindow {
    int size = 0;                  ///< taps in each direction, odd
    double sigma = 0.0;            ///< of the Gaussian in pixels; 0 means all taps weigh the same
    bool sampleCovariance = false; ///< variances divided by size^2 - 1 instead of size^2

    /// 7x7, equal weights, sample covariance: what scikit-image does when nothing is asked of it.
    static constexpr SsimWindow uniform7() { return {7, 0.0, true}; }

    /// 11x11 Gaussian of sigma 1.5, population covariance: Wang et al. 2004.
    static constexpr SsimWindow gaussian11() { return {11, 1.5, false}; }

    /// Pixels lost at each border: the map holds only windows that lie wholly inside the image.
    constexpr int border() const { return size / 2; }

    /// The separable window's one-dimensional taps, [size], symmetric about size / 2, summing to 1; made on the
    /// device that `options` names, without a copy from the host.
    torch::Tensor taps(const torch::TensorOptions& options) const;
};

/// Structural similarity at every pixel: (2 ma mb + C1)(2 cab + C2) / ((ma^2 + mb^2 + C1)(va + vb + C2)) with
/// C1 = (0.01 range)^2, C2 = (0.03 range)^2; Wang, Bovik, Sheikh, Simoncelli, "Image quality assessment: from error
/// visibility to structural similarity", IEEE TIP 13(4), 2004.
///
/// `a`, `b`: floating [N,C,H,W] of one shape, at least as large as the window. Returns [N,C,H-2p,W-2p] with
/// p = window.border(), in [-1,1], each channel on its own; no padding is ever invented. Runs on the inputs' device
/// without a host round trip and is differentiable everywhere.
torch::Tensor ssimMap(const torch::Tensor& a, const torch::Tensor& b, const SsimWindow& window, double dataRange = 1.0);

/// Mean SSIM of each image of a batch, [N], averaged over channels and over ssimMap's pixels.
///
/// With `mask` ([N,1,H,W] or [1,1,H,W] in {0,1}) both images are first set to zero outside it, and only the map's
/// pixels inside it are averaged; windows at the rim of the mask therefore see the same zeros in both images. NaN for
/// an image with an empty mask. Differentiable, no host round trip.
torch::Tensor ssim(const torch::Tensor& a, const torch::Tensor& b, const SsimWindow& window,
                   const torch::Tensor& mask = {}, double dataRange = 1.0);

} // namespace limpid
