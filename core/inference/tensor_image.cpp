// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/tensor_image.h"

#include <opencv2/core.hpp>

#include <vector>

namespace limpid {

namespace {

/// A tensor over the matrix's memory, [H,W,C]; valid while the matrix lives.
torch::Tensor view(const cv::Mat& continuous) {
    const auto type = continuous.depth() == CV_8U ? torch::kUInt8 : torch::kFloat32;
    return torch::from_blob(continuous.data, {continuous.rows, continuous.cols, continuous.channels()}, type);
}

cv::Mat continuousCopyIfNeeded(const cv::Mat& matrix) {
    return matrix.isContinuous() ? matrix : matrix.clone();
}

void requireDepth(const cv::Mat& matrix, int channels) {
    CV_Assert(matrix.channels() == channels && (matrix.depth() == CV_8U || matrix.depth() == CV_32F));
}

} // namespace

torch::Tensor toTensor(const cv::Mat& rgb) {
    requireDepth(rgb, 3);
    const auto source = continuousCopyIfNeeded(rgb);
    auto planes = view(source).permute({2, 0, 1});
    if (source.depth() == CV_8U)
        return planes.to(torch::kFloat32).contiguous().div_(255.0F);
    return planes.clone(at::MemoryFormat::Contiguous);
}

torch::Tensor toTensor(const Image& image) {
    constexpr double fullScale16 = 65535.0;
    cv::Mat pixels = image.pixels;
    if (image.bitDepth() == 16)
        pixels.convertTo(pixels, CV_32F, 1.0 / fullScale16);
    if (image.channels() == 1)
        cv::merge(std::vector<cv::Mat>(3, pixels), pixels);
    return toTensor(pixels);
}

cv::Mat toMat(const torch::Tensor& rgb) {
    TORCH_CHECK(rgb.dim() == 3 && rgb.size(0) == 3, "toMat wants [3,H,W]");
    const auto pixels = rgb.detach().to(torch::kCPU, torch::kFloat32).permute({1, 2, 0}).contiguous();
    cv::Mat picture(static_cast<int>(pixels.size(0)), static_cast<int>(pixels.size(1)), CV_32FC3);
    view(picture).copy_(pixels);
    return picture;
}

torch::Tensor maskToTensor(const cv::Mat& mask, double threshold) {
    requireDepth(mask, 1);
    const auto source = continuousCopyIfNeeded(mask);
    const double fullScale = source.depth() == CV_8U ? 255.0 : 1.0;
    return view(source).permute({2, 0, 1}).gt(threshold * fullScale).to(torch::kFloat32).contiguous();
}

cv::Mat maskToMat(const torch::Tensor& mask, double threshold) {
    const auto plane = mask.dim() == 3 ? mask.squeeze(0) : mask;
    TORCH_CHECK(plane.dim() == 2, "maskToMat wants [1,H,W] or [H,W]");
    const auto bytes = plane.detach().to(torch::kCPU).gt(threshold).to(torch::kUInt8).mul_(255);
    cv::Mat picture(static_cast<int>(plane.size(0)), static_cast<int>(plane.size(1)), CV_8UC1);
    view(picture).copy_(bytes.unsqueeze(2));
    return picture;
}

} // namespace limpid
