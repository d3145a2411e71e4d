// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/image_writer.h"

#include "task/atomic_file.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <new>
#include <string>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

namespace {

std::string lowerExtension(const fs::path& path) {
    auto extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return extension;
}

bool isWritable(const cv::Mat& pixels) {
    const int type = pixels.type();
    return !pixels.empty() && (type == CV_8UC1 || type == CV_8UC3 || type == CV_16UC1 || type == CV_16UC3);
}

/// The encoded file, or no bytes if the library refuses.
std::vector<uchar> encode(const cv::Mat& rgb, const std::string& extension, const WriteOptions& options) {
    cv::Mat pixels; // apart from the start: converting into a Mat that shares the caller's pixels would change them
    if (rgb.channels() == 3)
        cv::cvtColor(rgb, pixels, cv::COLOR_RGB2BGR);
    else
        pixels = rgb;
    std::vector<int> parameters;
    if (extension == ".jpg" || extension == ".jpeg") {
        parameters = {cv::IMWRITE_JPEG_QUALITY, std::clamp(options.jpegQuality, 1, 100)};
        if (pixels.depth() == CV_16U) {
            cv::Mat rounded;
            pixels.convertTo(rounded, CV_8U, 1.0 / 257.0); // 65535 / 255; convertTo rounds
            pixels = rounded;
        }
    }
    std::vector<uchar> bytes;
    if (!cv::imencode(extension, pixels, bytes, parameters))
        bytes.clear();
    return bytes;
}

} // namespace

Result<void> writeImage(const Image& image, const fs::path& path, const WriteOptions& options) {
    const auto extension = lowerExtension(path);
    const auto supported = {".png", ".tif", ".tiff", ".jpg", ".jpeg"};
    if (std::ranges::find(supported, extension) == supported.end())
        return fail(ErrorCode::UnsupportedFormat, {path.string(), extension.empty() ? "no extension" : extension});
    if (!isWritable(image.pixels))
        return fail(ErrorCode::InvalidArgument, {"the image for " + path.string(), "it has no 8 or 16 bit pixels"});

    // The encoding happens inside, so that no work is done for a file that may not be written.
    return writeFileAtomically(
        path,
        [&](const ByteSink& sink) -> Result<void> {
            try {
                const auto bytes = encode(image.pixels, extension, options);
                if (bytes.empty())
                    return fail(ErrorCode::WriteFailed, {path.string()}, "the encoder gave nothing");
                return sink(std::as_bytes(std::span(bytes)));
            } catch (const std::bad_alloc& error) {
                return fail(ErrorCode::OutOfMemory, {"writing " + path.string()}, error.what());
            } catch (const cv::Exception& error) {
                if (error.code == cv::Error::StsNoMem)
                    return fail(ErrorCode::OutOfMemory, {"writing " + path.string()}, error.what());
                return fail(ErrorCode::WriteFailed, {path.string()}, error.what());
            }
        },
        options.overwrite);
}

} // namespace limpid
