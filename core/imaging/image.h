// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limpid {

/// Where an image came from and what was done to it while it was read.
struct ImageOrigin {
    std::filesystem::path path;
    /// The format its content has, whatever its name says: "JPEG", "PNG", "TIFF", "BMP", "PNM" or "WebP". Empty for an
    /// image that was computed.
    std::string format;
    /// True if an embedded colour profile was turned into sRGB.
    bool convertedFromProfile = false;
    /// The orientation tag of the file, 1..8 (EXIF 2.3, 4.6.4 A). It has been applied to the pixels already.
    int exifOrientation = 1;
    /// True if the file had transparency; the pixels are composited on black.
    bool hadAlpha = false;
    /// What a person should know about the reading, as English sentences; empty in the ordinary case.
    std::vector<std::string> warnings;
    /// Width of one pixel in micrometres, where the file states one that may be believed of a medical image: PNG and
    /// TIFF only, see plausibleSpacing().
    std::optional<double> micrometresPerPixel;
};

/// A picture upright, in sRGB, at the depth its file has. Copies share the pixels, as cv::Mat does.
struct Image {
    /// CV_8UC1, CV_8UC3, CV_16UC1 or CV_16UC3; three channels are in RGB order, unlike OpenCV's habit.
    cv::Mat pixels;
    ImageOrigin origin;

    /// Pixels from left to right.
    int width() const { return pixels.cols; }
    /// Pixels from top to bottom.
    int height() const { return pixels.rows; }
    /// 1 (grey) or 3 (RGB).
    int channels() const { return pixels.channels(); }
    /// 8 or 16 bits per channel.
    int bitDepth() const { return pixels.depth() == CV_16U ? 16 : 8; }
};

} // namespace limpid
