// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "imaging/image.h"
#include "inference/device.h"
#include "task/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace limpid {

/// What the quality assessor says of one photograph: independent probabilities, each 0..1.
struct PhotographQuality {
    double good = 0.0;
    double usable = 0.0;
    double reject = 0.0;
    /// The judge's modality where the image shows a field of view of its own, as a fundus photograph does; else empty:
    /// what the image is cannot be told.
    std::string modality;
};

/// The quality judge alone, for photographs as they are and as they were enhanced. It sees them as the picker does: the
/// field of view at 256 pixels. Free of LibTorch in its header. One thread at a time may use one judge.
class QualityJudge {
public:
    /// Loads the judge onto the device. Fails with what loading a model fails with, or DeviceUnavailable.
    static Result<QualityJudge> load(const std::filesystem::path& file, const DeviceChoice& device);
    ~QualityJudge();
    QualityJudge(QualityJudge&&) noexcept;
    QualityJudge& operator=(QualityJudge&&) noexcept;

    /// Fails with OutOfMemory or Internal.
    Result<PhotographQuality> judge(const Image& image);

private:
    struct Parts;
    explicit QualityJudge(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace limpid
