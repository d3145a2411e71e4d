// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "metrics/protocol.h"

#include "metrics/psnr.h"
#include "metrics/ssim.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace limpid {

namespace {

constexpr std::int64_t kPaperSide = 256;
constexpr std::int64_t kStripRows = 512;

torch::Tensor toLevels(const torch::Tensor& image01) {
    return (image01.clamp(0.0, 1.0) * 255.0 + 0.5).floor();
}

/// [C,H,W] in [0,1] -> [1,C,256,256] of whole levels 0..255, in double.
torch::Tensor paperImage(const torch::Tensor& image) {
    const auto levels = toLevels(image.to(torch::kFloat64)).unsqueeze(0);
    if (levels.size(2) == kPaperSide && levels.size(3) == kPaperSide) {
        return levels;
    }
    return (torch::upsample_bilinear2d(levels, {kPaperSide, kPaperSide}, false) + 0.5).floor();
}

QualityScores comparePaper(const torch::Tensor& output, const torch::Tensor& reference) {
    const auto a = paperImage(output);
    const auto b = paperImage(reference);
    return {psnr(a, b, {}, 255.0).item<double>(), ssim(a, b, SsimWindow::uniform7(), {}, 255.0).item<double>()};
}

QualityScores compareInFieldOfView(const torch::Tensor& output, const torch::Tensor& reference,
                                   const torch::Tensor& fieldOfView) {
    const auto window = SsimWindow::gaussian11();
    const auto border = static_cast<std::int64_t>(window.border());
    const auto height = output.size(1);
    const auto width = output.size(2);
    const auto channels = static_cast<double>(output.size(0));
    const auto real = output.options().dtype(torch::kFloat64);
    auto squaredError = torch::zeros({}, real);
    auto similarity = torch::zeros({}, real);
    auto pixels = torch::zeros({}, real);
    auto windows = torch::zeros({}, real);
    for (std::int64_t top = 0; top < height; top += kStripRows) {
        const auto rows = std::min(kStripRows, height - top);
        // The strip with the rows that its windows reach into; a window that leaves the image has no value.
        const auto first = std::max<std::int64_t>(0, top - border);
        const auto count = std::min(height, top + rows + border) - first;
        const auto strip = [&](const torch::Tensor& image) {
            return image.narrow(1, first, count).to(torch::kFloat64).unsqueeze(0);
        };
        const auto mask =
            fieldOfView.defined() ? strip(fieldOfView.to(output.device())) : torch::ones({1, 1, count, width}, real);
        const auto a = strip(output) * mask;
        const auto b = strip(reference) * mask;
        squaredError += (a - b).narrow(2, top - first, rows).square().sum();
        pixels += mask.narrow(2, top - first, rows).sum();
        if (count >= window.size) {
            const auto map = ssimMap(a, b, window);
            const auto inside = mask.narrow(2, border, map.size(2)).narrow(3, border, map.size(3));
            similarity += (map * inside).sum();
            windows += inside.sum();
        }
    }
    const double mse = squaredError.item<double>() / (pixels.item<double>() * channels);
    return {-10.0 * std::log10(mse), similarity.item<double>() / (windows.item<double>() * channels)};
}

bool isImage(const torch::Tensor& tensor) {
    return tensor.defined() && tensor.dim() == 3 && tensor.is_floating_point() && tensor.numel() > 0;
}

} // namespace

std::string_view protocolName(MetricProtocol protocol) {
    return protocol == MetricProtocol::Paper ? "paper" : "fov";
}

Result<void> checkComparable(const torch::Tensor& output, const torch::Tensor& reference,
                             const torch::Tensor& fieldOfView, MetricProtocol protocol) {
    if (!isImage(output) || !isImage(reference)) {
        return fail(ErrorCode::InvalidArgument,
                    {"image", "it is not a [channels, height, width] image of real numbers"});
    }
    if (output.size(0) != reference.size(0)) {
        return fail(ErrorCode::InvalidArgument, {"output", "it has other channels than its reference"});
    }
    if (protocol == MetricProtocol::Paper) {
        return {};
    }
    if (output.sizes() != reference.sizes()) {
        return fail(ErrorCode::InvalidArgument, {"output", "its size differs from its reference's"});
    }
    const auto window = SsimWindow::gaussian11().size;
    if (output.size(1) < window || output.size(2) < window) {
        return fail(ErrorCode::InvalidArgument, {"output", "it is smaller than the 11x11 window of the comparison"});
    }
    if (fieldOfView.defined() && (fieldOfView.dim() != 3 || fieldOfView.size(0) != 1 ||
                                  fieldOfView.size(1) != output.size(1) || fieldOfView.size(2) != output.size(2))) {
        return fail(ErrorCode::InvalidArgument, {"field of view", "its size differs from the image's"});
    }
    return {};
}

QualityScores compareImages(const torch::Tensor& output, const torch::Tensor& reference,
                            const torch::Tensor& fieldOfView, MetricProtocol protocol) {
    const auto comparable = checkComparable(output, reference, fieldOfView, protocol);
    TORCH_CHECK(comparable.has_value(), englishSentence(comparable.error()));
    const torch::NoGradGuard noGrad;
    const auto sameDevice = reference.to(output.device());
    return protocol == MetricProtocol::Paper ? comparePaper(output, sameDevice)
                                             : compareInFieldOfView(output, sameDevice, fieldOfView);
}

QualityScores meanScores(const std::vector<QualityScores>& scores) {
    QualityScores mean;
    for (const auto& score : scores) {
        mean.psnr += std::min(score.psnr, kIdenticalPsnr);
        mean.ssim += score.ssim;
    }
    if (!scores.empty()) {
        mean.psnr /= static_cast<double>(scores.size());
        mean.ssim /= static_cast<double>(scores.size());
    }
    return mean;
}

} // namespace limpid
