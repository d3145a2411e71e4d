// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/types.h>

#include <string_view>
#include <vector>

namespace limpid {

/// How two images are compared. A score means nothing without its protocol.
enum class MetricProtocol {
    /// As the test code published with SAME does: both images as 8-bit levels, resized to 256x256 (bilinear, pixel
    /// centres at half integers, no antialiasing: cv2.resize's default) and rounded to 8 bits again; PSNR over all
    /// pixels and channels; SSIM with SsimWindow::uniform7(), range 255, 3-pixel border dropped, mean of the channels.
    /// The black surround counts, which inflates both numbers; a field of view is ignored.
    Paper,
    /// At the images' own size, unrounded: PSNR over the pixels of the field of view; SSIM with
    /// SsimWindow::gaussian11() on both images set to zero outside the field of view, averaged over the pixels of the
    /// field of view whose window lies inside the image (5-pixel border of the image dropped).
    FieldOfView,
};

/// "paper" or "fov", as the command line and reports write it.
std::string_view protocolName(MetricProtocol protocol);

/// Full-reference scores of one image.
struct QualityScores {
    /// Decibels. +infinity for identical images (a JSON writer must write null, as nlohmann::json does); NaN when the
    /// field of view is empty.
    double psnr = 0.0;
    /// In [-1,1], 1 for identical images; NaN when no window fits the field of view.
    double ssim = 0.0;
};

/// PSNR that stands for "identical" in means, in dB: just under the greatest finite value that the paper's protocol
/// can give (one of 256x256x3 levels off by one: 101 dB).
inline constexpr double kIdenticalPsnr = 100.0;

/// Whether compareImages may be called: InvalidArgument with a reason when shapes do not fit the protocol.
Result<void> checkComparable(const torch::Tensor& output, const torch::Tensor& reference,
                             const torch::Tensor& fieldOfView, MetricProtocol protocol);

/// Compares one output with its reference.
///
/// `output`, `reference`: [3,H,W] (or [1,H,W]) in [0,1], any floating type and device. `fieldOfView`: [1,H,W] in {0,1},
/// or undefined for the whole image. Protocol Paper takes two images of different sizes; FieldOfView wants one size, at
/// least 11x11. Requires what checkComparable checks, and throws c10::Error otherwise. Computed in double and, for
/// FieldOfView, in strips of rows, so that a photograph of 24 megapixels needs little memory. Waits for the device.
QualityScores compareImages(const torch::Tensor& output, const torch::Tensor& reference,
                            const torch::Tensor& fieldOfView, MetricProtocol protocol);

/// Mean of the scores, each PSNR taken as at most kIdenticalPsnr so that one perfect pair does not make the mean
/// infinite. Zeros for no scores.
QualityScores meanScores(const std::vector<QualityScores>& scores);

} // namespace limpid
