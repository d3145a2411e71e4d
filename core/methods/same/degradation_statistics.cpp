// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/degradation_statistics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace limpid {

namespace {

constexpr double smallest = 1e-3; // of what a logarithm is taken of
constexpr double medianOfNormal = 0.6745;

/// Four pixels of every 2 x 2 block, combined: their mean, the diagonal and the directed details. An orthonormal Haar
/// step but for the mean; white noise of deviation s has deviation s in all details.
struct HaarStep {
    torch::Tensor mean;
    torch::Tensor diagonal;
    torch::Tensor across;
    torch::Tensor down;
};

torch::Tensor corner(const torch::Tensor& images, std::int64_t row, std::int64_t column) {
    const auto height = images.size(2) / 2 * 2;
    const auto width = images.size(3) / 2 * 2;
    return images.slice(2, row, height, 2).slice(3, column, width, 2);
}

HaarStep haarStep(const torch::Tensor& images) {
    const auto a = corner(images, 0, 0), b = corner(images, 0, 1), c = corner(images, 1, 0), d = corner(images, 1, 1);
    return {(a + b + c + d) / 4.0, (a - b - c + d) / 2.0, (a - b + c - d) / 2.0, (a + b - c - d) / 2.0};
}

/// Blocks of 2 x 2 wholly inside, bool.
torch::Tensor wholeBlocks(const torch::Tensor& inside) {
    return corner(inside, 0, 0)
        .logical_and(corner(inside, 0, 1))
        .logical_and(corner(inside, 1, 0))
        .logical_and(corner(inside, 1, 1));
}

/// Median over rows and columns of what the mask holds, [N, C]; 0 where it holds nothing.
torch::Tensor medianInside(const torch::Tensor& values, const torch::Tensor& mask) {
    const auto masked = values.masked_fill(mask.logical_not(), std::numeric_limits<float>::quiet_NaN());
    return torch::nan_to_num(std::get<0>(masked.flatten(2).nanmedian(2)));
}

torch::Tensor robustDeviation(const torch::Tensor& detail, const torch::Tensor& mask) {
    return torch::log(medianInside(detail.abs(), mask) / medianOfNormal + smallest);
}

/// Immerkaer: the mean absolute response to the difference of two Laplacians, which neither slopes nor even curves
/// answer to.
torch::Tensor immerkaer(const torch::Tensor& images, const torch::Tensor& inside) {
    const auto rows = images.slice(2, 0, -2) - 2.0 * images.slice(2, 1, -1) + images.slice(2, 2);
    const auto response = rows.slice(3, 0, -2) - 2.0 * rows.slice(3, 1, -1) + rows.slice(3, 2);
    const auto outside = torch::max_pool2d(1.0 - inside.to(images.scalar_type()), 3, 1);
    const auto mask = 1.0 - outside;
    const auto mean = (response.abs() * mask).sum({2, 3}) / mask.sum({2, 3}).clamp_min(1.0);
    return torch::log(mean * std::sqrt(std::numbers::pi / 2.0) / 6.0 + smallest);
}

torch::Tensor noiseStatistics(const torch::Tensor& images, const torch::Tensor& inside) {
    const auto fine = haarStep(images);
    const auto fineMask = wholeBlocks(inside);
    const auto coarse = haarStep(fine.mean);
    const auto coarseMask = wholeBlocks(fineMask);
    // Every second row of the finest bands: half the work, and still thousands of values.
    const auto thinned = [](const torch::Tensor& values) {
        return values.slice(2, 0, values.size(2), 2);
    };
    const auto diagonal = thinned(fine.diagonal);
    const auto mask = thinned(fineMask);
    const auto light = thinned(fine.mean);
    const auto darker = light < medianInside(light, mask).unsqueeze(2).unsqueeze(3);
    const auto redAndGreen =
        torch::cat(
            {diagonal.slice(1, 0, 1) + diagonal.slice(1, 1, 2), diagonal.slice(1, 0, 1) - diagonal.slice(1, 1, 2)}, 1) /
        std::numbers::sqrt2;
    return torch::cat({robustDeviation(diagonal, mask), robustDeviation(diagonal, mask.logical_and(darker)),
                       robustDeviation(diagonal, mask.logical_and(darker.logical_not())),
                       robustDeviation(thinned(fine.across), mask), robustDeviation(coarse.diagonal, coarseMask),
                       immerkaer(images, inside), robustDeviation(redAndGreen, mask)},
                      1);
}

/// How strong the edges are at four scales, which blur takes from the finest on.
torch::Tensor sharpnessStatistics(const torch::Tensor& images, const torch::Tensor& inside) {
    constexpr int scales = 4;
    constexpr double edges = 0.98; // share of the pixels that show less than the vessels' edges do
    auto image = images.slice(1, 0, 2);
    auto mask = inside;
    std::vector<torch::Tensor> parts;
    for (int scale = 0; scale < scales; ++scale) {
        const auto step = haarStep(image);
        mask = wholeBlocks(mask);
        const auto weight = mask.to(images.scalar_type());
        const auto detail = (step.across.square() + step.down.square()).sqrt() * weight;
        const auto count = weight.sum({2, 3}).clamp_min(1.0);
        const auto sorted = std::get<0>(detail.flatten(2).sort(2, /*descending=*/true));
        const auto place = ((1.0 - edges) * count).to(torch::kLong).unsqueeze(2).expand({-1, 2, 1});
        parts.push_back(torch::log(detail.sum({2, 3}) / count + smallest));
        parts.push_back(torch::log(sorted.gather(2, place).squeeze(2) + smallest));
        image = step.mean;
    }
    return torch::cat(parts, 1);
}

torch::Tensor colourStatistics(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    const auto block = std::max<std::int64_t>(1, std::min(images.size(2), images.size(3)) / 64);
    const auto cells = torch::avg_pool2d(images, block).flatten(2);
    const auto whole = (torch::avg_pool2d(fieldOfView, block) > 0.999).flatten(2);
    const auto weight = whole.to(images.scalar_type());
    const auto count = weight.sum(2).clamp_min(1.0);
    const auto mean = (cells * weight).sum(2) / count;
    const auto deviation = ((cells - mean.unsqueeze(2)).square() * weight).sum(2).div(count).sqrt();
    // What lies outside comes last, above every colour.
    const auto sorted = std::get<0>(cells.masked_fill(whole.logical_not(), 2.0).sort(2));
    const auto quantile = [&](double share) {
        const auto place = ((count - 1.0) * share).round().to(torch::kLong).unsqueeze(2).expand({-1, 3, 1});
        return sorted.gather(2, place).squeeze(2).clamp_max(1.0);
    };
    std::vector<torch::Tensor> parts{mean, deviation};
    for (const double share : {0.01, 0.05, 0.25, 0.5, 0.75, 0.95})
        parts.push_back(quantile(share));
    const auto logOf = [](const torch::Tensor& quantiles, std::int64_t channel) {
        return torch::log(quantiles.slice(1, channel, channel + 1) + 0.02);
    };
    const auto& median = parts[5];
    const auto& bright = parts[7];
    parts.push_back(torch::cat(
        {logOf(median, 0) - logOf(median, 1), logOf(median, 2) - logOf(median, 1), logOf(bright, 0) - logOf(bright, 1)},
        1));
    return torch::cat(parts, 1);
}

} // namespace

torch::Tensor degradationStatistics(const torch::Tensor& images, const torch::Tensor& fieldOfView) {
    const torch::NoGradGuard noGrad;
    TORCH_CHECK(images.dim() == 4 && images.size(1) == 3 && images.size(2) >= 64 && images.size(3) >= 64,
                "degradation statistics take images [N,3,H,W] of at least 64 px, not ", images.sizes());
    const auto inside = fieldOfView > 0.5;
    return torch::cat(
        {colourStatistics(images, fieldOfView), noiseStatistics(images, inside), sharpnessStatistics(images, inside)},
        1);
}

} // namespace limpid
