// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <vector>

namespace limpid {

/// A small picture to look at, 8 bits: rows from the top, `channels` (1 or 3, red first) interleaved, no padding.
/// Free of LibTorch.
struct PreviewImage {
    int width = 0;
    int height = 0;
    int channels = 0;
    std::vector<std::uint8_t> pixels;
};

} // namespace limpid
