// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/preview.h"

#include <torch/torch.h>

#include <algorithm>

namespace limpid {

PreviewImage previewOf(const torch::Tensor& image, int64_t side) {
    const auto small =
        torch::adaptive_avg_pool2d(image.unsqueeze(0), {std::min(image.size(1), side), std::min(image.size(2), side)});
    const auto bytes =
        (small[0].clamp(0.0, 1.0) * 255.0).round().to(torch::kUInt8).permute({1, 2, 0}).contiguous().cpu();
    const auto* first = bytes.data_ptr<std::uint8_t>();
    return {static_cast<int>(bytes.size(1)),
            static_cast<int>(bytes.size(0)),
            static_cast<int>(bytes.size(2)),
            {first, first + bytes.numel()}};
}

} // namespace limpid
