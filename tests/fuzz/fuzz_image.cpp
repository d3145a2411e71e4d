// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz/memory_file.h"
#include "imaging/image_reader.h"

#include <cstdlib>

namespace {

constexpr limpid::ReadLimits limits{.megapixels = 2.0, .smallestSide = 1};

/// What the reader promises of every image that it lets through.
void requireSound(const limpid::Image& image) {
    const auto& pixels = image.pixels;
    const bool sound = !pixels.empty() && (pixels.depth() == CV_8U || pixels.depth() == CV_16U) &&
                       (pixels.channels() == 1 || pixels.channels() == 3) &&
                       pixels.total() <= static_cast<std::size_t>(limits.megapixels * 1e6);
    if (!sound)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const limpid::MemoryFile file(data, size);
    if (const auto image = limpid::readImage(file.path(), limits))
        requireSound(*image);
    if (const auto reduced = limpid::readReducedImage(file.path(), 16, limits))
        requireSound(*reduced);
    return 0;
}
