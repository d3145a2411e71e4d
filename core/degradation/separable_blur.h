// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/tensor_forward.h"

#include <vector>

namespace limpid {

/// A Gaussian cut off to a window, the way OpenCV's GaussianBlur(ksize, sigma) has it, in pixels of the image it is
/// applied to. The widths may be fractions, because the papers' odd numbers are for 512 px and shrink with the image: a
/// pixel at the window's end counts by the share of it that lies inside. Width <= 1 changes nothing.
struct BlurWindow {
    double widthX = 1.0;
    double widthY = 1.0;
    double sigma = 1.0;
};

/// The weights of one direction, 2 * radius + 1 of them, summing to 1.
std::vector<double> blurTaps(double width, double sigma, int radius);
/// The radius that holds a window of that width.
int blurRadius(double width);

/// Correlates each sample with its own taps: along x, then along y; borders are mirrored without repeating the edge
/// (reflect-101).
/// @param images [N,C,H,W] @param tapsX, tapsY one list per sample, all of one odd length.
at::Tensor filterSeparably(const at::Tensor& images, const std::vector<std::vector<double>>& tapsX,
                           const std::vector<std::vector<double>>& tapsY);

/// Blurs each sample [N,C,H,W] with its own window.
at::Tensor blurSeparably(const at::Tensor& images, const std::vector<BlurWindow>& windows);

} // namespace limpid
