// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/progress.h"
#include "task/result.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace limpid {

/// What installer/run.sh makes with `limpid-cli phantom` and `limpid-cli degrade`, and these defaults make the same.
struct SampleClinicOptions {
    int photographs = 24;
    int size = 768; ///< Side in pixels, at least 128.
    std::uint64_t seed = 7;
};

/// Generates a clinic that does not exist: good photographs with masks of their vessels in references/images and
/// references/masks, and the poor copies that the clinic would have taken in images. `folder` must exist. In the
/// calling thread, which it keeps busy for some seconds. Fails with Cancelled after `stop`, or with what writing fails
/// with; what was written stays.
Result<void> makeSampleClinic(const std::filesystem::path& folder, const SampleClinicOptions& options,
                              Progress progress, const std::stop_token& stop);

} // namespace limpid
