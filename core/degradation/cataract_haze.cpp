// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/cataract_haze.h"

#include "degradation/colour_operations.h"
#include "degradation/parameter_table.h"
#include "degradation/separable_blur.h"
#include "degradation/smooth_fields.h"

#include <torch/types.h>

#include <algorithm>
#include <cmath>

namespace limpid {

HazeParameters drawHaze(const HazeRanges& ranges, RandomDraws& draws) {
    HazeParameters haze;
    haze.centreX = 0.5 + draws.uniform(ranges.centreShift);
    haze.centreY = 0.5 + draws.uniform(ranges.centreShift);
    haze.windowPx =
        ranges.smallestWindowPx + 2 * draws.integer(0, (ranges.largestWindowPx - ranges.smallestWindowPx) / 2);
    haze.sigmaPx = std::round(draws.uniform(ranges.sigmaPx));
    haze.alpha = draws.uniform(ranges.alpha);
    haze.beta = draws.uniform(ranges.beta);
    haze.contrast = draws.uniform(ranges.contrast);
    haze.brightness = draws.uniform(ranges.brightness);
    haze.saturation = draws.uniform(ranges.saturation);
    return haze;
}

at::Tensor applyHaze(const at::Tensor& images, const at::Tensor& fieldOfView,
                     const std::vector<HazeParameters>& parameters) {
    const double scale = static_cast<double>(std::min(images.size(2), images.size(3))) / paperSidePx;
    std::vector<BlurWindow> windows;
    std::vector<std::vector<double>> rows;
    for (const HazeParameters& haze : parameters) {
        windows.push_back({haze.windowPx * scale, haze.windowPx * scale, haze.sigmaPx * scale});
        rows.push_back(
            {haze.centreX, haze.centreY, haze.alpha, haze.beta, haze.contrast, haze.brightness, haze.saturation});
    }
    const ParameterTable table(rows, images);
    const torch::Tensor blurred = blurSeparably(images, windows);
    torch::Tensor density = pixelDistance(images, table.column(0), table.column(1)).mul_(fieldOfView);
    density.div_(density.amax({2, 3}, true).clamp_min(1e-6)).mul_(table.column(3));
    const torch::Tensor brightest = blurred.amax({2, 3}, true);
    // alpha * B + beta * J * (L - B), gathered so that the whole batch is passed over twice only
    torch::Tensor hazed = blurred * (table.column(2) - density);
    hazed.addcmul_(density, brightest).clamp_max_(1.0);
    adjustContrast(hazed, table.column(4));
    adjustBrightness(hazed, table.column(5));
    adjustSaturation(hazed, table.column(6));
    return hazed;
}

} // namespace limpid
