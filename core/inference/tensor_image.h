// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"

#include <opencv2/core/mat.hpp>
#include <torch/types.h>

namespace limpid {

/// The bridge between OpenCV's pictures and LibTorch's tensors. Every function copies; the results share no memory with
/// their argument. Not for matrices or tensors of other types than those named (a programming error: cv::Exception or
/// c10::Error). May be called from any thread.

/// CV_32FC3 or CV_8UC3 (RGB) -> float32 [3,H,W] on the CPU; bytes are divided by 255, floats kept.
torch::Tensor toTensor(const cv::Mat& rgb);

/// An image of any depth -> float32 [3,H,W] in [0,1] on the CPU; grey is repeated into three channels.
torch::Tensor toTensor(const Image& image);

/// float tensor [3,H,W] in RGB, any device and strides -> CV_32FC3, values kept.
cv::Mat toMat(const torch::Tensor& rgb);

/// CV_8UC1 or CV_32FC1 -> float32 [1,H,W] of 0 and 1: 1 where the pixel is above `threshold` (share of full scale; a
/// byte's full scale is 255).
torch::Tensor maskToTensor(const cv::Mat& mask, double threshold = 0.5);

/// float tensor [1,H,W] or [H,W], any device -> CV_8UC1: 255 where the value is above `threshold`, else 0.
cv::Mat maskToMat(const torch::Tensor& mask, double threshold = 0.5);

} // namespace limpid
