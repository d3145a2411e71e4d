// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "degradation/degradation_reading.h"
#include "imaging/image.h"
#include "inference/device.h"
#include "task/result.h"

#include <filesystem>
#include <memory>

namespace limpid {

/// Reads off a photograph why it is poor: haze, uneven light, spots, blur, veil, colour cast and noise, as the
/// degradation estimator sees them in the field of view at 256 pixels. Severities are those of synthetic damage and no
/// clinical scale. Free of LibTorch in its header. One thread at a time may use one reader.
class DegradationReader {
public:
    /// Loads the estimator onto the device. Fails with what loading a model fails with, or DeviceUnavailable.
    static Result<DegradationReader> load(const std::filesystem::path& file, const DeviceChoice& device);
    ~DegradationReader();
    DegradationReader(DegradationReader&&) noexcept;
    DegradationReader& operator=(DegradationReader&&) noexcept;

    /// Fails with OutOfMemory or Internal.
    Result<DegradationReading> read(const Image& image);

private:
    struct Parts;
    explicit DegradationReader(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace limpid
