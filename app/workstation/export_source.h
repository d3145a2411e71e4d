// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "image_sidecar.h"
#include "imaging/image.h"
#include "task/result.h"

#include <filesystem>
#include <stop_token>

namespace limpid {

/// An enhanced image with how it was made.
struct ProducedImage {
    Image image;
    ImageProvenance provenance;
};

/// What an export takes its images from: the engine, or in a test something that only pretends.
class ExportSource {
public:
    virtual ~ExportSource() = default;

    /// Reads and enhances one photograph, at its own size. Called from one worker thread; Cancelled soon after `stop`.
    virtual Result<ProducedImage> produce(const std::filesystem::path& original, std::stop_token stop) = 0;
};

} // namespace limpid
