// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/picture_file.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace limpid {

std::string pictureUri(const PreviewImage& image) {
    const auto needed = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) *
                        static_cast<std::size_t>(image.channels);
    if (needed == 0 || image.pixels.size() != needed || (image.channels != 1 && image.channels != 3))
        return {};
    auto pixels = image.pixels; // OpenCV wants them writable
    cv::Mat picture(image.height, image.width, image.channels == 1 ? CV_8UC1 : CV_8UC3, pixels.data());
    if (image.channels == 3)
        cv::cvtColor(picture, picture, cv::COLOR_RGB2BGR);
    std::vector<unsigned char> file;
    if (!cv::imencode(".png", picture, file))
        return {};
    return "data:image/png;base64," + base64(file);
}

std::string base64(std::span<const unsigned char> bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto here = std::min<std::size_t>(3, bytes.size() - i);
        unsigned int group = 0;
        for (std::size_t k = 0; k < 3; ++k)
            group = (group << 8U) | (k < here ? bytes[i + k] : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= here ? letters[(group >> (18U - 6U * k)) & 63U] : '=';
    }
    return text;
}

} // namespace limpid
