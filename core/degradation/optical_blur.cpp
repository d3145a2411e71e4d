// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "degradation/optical_blur.h"

#include "degradation/cataract_haze.h"
#include "degradation/separable_blur.h"

#include <torch/types.h>

#include <algorithm>

namespace limpid {

BlurParameters drawBlur(const BlurRanges& ranges, RandomDraws& draws) {
    BlurParameters blur;
    blur.sigmaPx = draws.uniform(ranges.sigmaPx);
    const int low = static_cast<int>(blur.sigmaPx * ranges.windowPerSigma.low);
    const int high = static_cast<int>(blur.sigmaPx * ranges.windowPerSigma.high);
    blur.windowXPx = draws.integer(low, high) | 1;
    blur.windowYPx = draws.integer(low, high) | 1;
    return blur;
}

at::Tensor applyBlur(const at::Tensor& images, const std::vector<BlurParameters>& parameters) {
    const double scale = static_cast<double>(std::min(images.size(2), images.size(3))) / paperSidePx;
    std::vector<BlurWindow> windows;
    for (const BlurParameters& blur : parameters)
        windows.push_back({blur.windowXPx * scale, blur.windowYPx * scale, blur.sigmaPx * scale});
    return blurSeparably(images, windows);
}

} // namespace limpid
