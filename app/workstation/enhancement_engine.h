// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "image_sidecar.h"
#include "imaging/image.h"
#include "methods/same/guard_verdict.h"
#include "task/result.h"

#include <filesystem>
#include <map>
#include <optional>
#include <stop_token>
#include <string>

namespace limpid {

/// What enhancing one image gave.
struct EnhancedImage {
    Image image;
    std::string note; ///< One English sentence where something should be known about it; else empty.
    /// Vessel probability of the whole image, CV_8UC1 0..255, at any size; empty where the engine draws none.
    cv::Mat structure;
    /// What the result depends on beside image and model, by name.
    std::map<std::string, ImageProvenance::Value> parameters;
    /// Where a guard chose between the model's result, that of the model it was adapted from, and the photograph.
    std::optional<GuardVerdict> verdict = std::nullopt;
};

/// What the window enhances with. Used from one worker thread at a time. Tests put their own in its place.
class EnhancementEngine {
public:
    virtual ~EnhancementEngine() = default;

    /// The device it computes on, in words. May take a second the first time; DeviceUnavailable.
    virtual Result<std::string> deviceWords() = 0;
    /// Enhances with the model in that file, which is loaded when it is not the one used before.
    virtual Result<EnhancedImage> enhance(const Image& image, const std::filesystem::path& model,
                                          std::stop_token stop) = 0;
};

} // namespace limpid
