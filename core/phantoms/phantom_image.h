// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core.hpp>

namespace limpid {

/// A generated image with the truth about it.
struct PhantomImage {
    cv::Mat rgb;         ///< CV_8UC3, RGB order
    cv::Mat structure;   ///< CV_8UC1, 255 on the structure (vessels; in OCT and ultrasound see there), else 0
    cv::Mat fieldOfView; ///< CV_8UC1, 255 where the image shows tissue, else 0
};

} // namespace limpid
