// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/sample_clinic.h"

#include "imaging/image_writer.h"
#include "inference/image_degradation.h"
#include "phantoms/fundus_phantom.h"
#include "task/image_seed.h"

#include <cstdio>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr auto damage = "clinic-other-strengths";

std::string fileName(int number) {
    char text[32];
    std::snprintf(text, sizeof text, "phantom_%03d.png", number + 1);
    return text;
}

Result<void> makeFolders(const fs::path& folder) {
    for (const auto* part : {"images", "references/images", "references/masks"}) {
        std::error_code error;
        fs::create_directories(folder / part, error);
        if (error)
            return fail(ErrorCode::WriteFailed, {(folder / part).string()}, error.message());
    }
    return {};
}

Result<void> makeOne(const fs::path& folder, int number, const SampleClinicOptions& options,
                     const DegradationRanges& ranges) {
    const auto name = fileName(number);
    const auto seed = imageSeed(options.seed, static_cast<std::uint64_t>(number));
    FundusPhantomOptions phantomOptions;
    phantomOptions.size = options.size;
    const auto phantom = makeFundusPhantom(phantomOptions, seed);
    if (auto written = writeImage({phantom.structure, {}}, folder / "references" / "masks" / name); !written)
        return written;
    if (auto written = writeImage({phantom.rgb, {}}, folder / "references" / "images" / name); !written)
        return written;
    const auto poor = degradeImage({phantom.rgb, {}}, ranges, seed);
    if (!poor)
        return fail(poor.error());
    return writeImage(poor->image, folder / "images" / name);
}

} // namespace

Result<void> makeSampleClinic(const fs::path& folder, const SampleClinicOptions& options, Progress progress,
                              const std::stop_token& stop) {
    auto ranges = degradationPreset(damage);
    if (!ranges)
        return fail(std::move(ranges.error()));
    ranges->untouchedProbability = 0.0; // every photograph of this clinic is poor
    if (auto made = makeFolders(folder); !made)
        return made;
    for (int number = 0; number < options.photographs; ++number) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (auto made = makeOne(folder, number, options, *ranges); !made)
            return made;
        progress.set((number + 1.0) / options.photographs);
    }
    return {};
}

} // namespace limpid
