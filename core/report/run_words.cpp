// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_words.h"

#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <cmath>

namespace limpid {

std::string numberInWords(double value, int decimals) {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : "\u2013";
}

std::string scoresInWords(double psnr, double ssim) {
    return fmt::format("{} dB, SSIM {}", numberInWords(psnr, 2), numberInWords(ssim, 3));
}

std::string gainInWords(double decibels) {
    return std::isfinite(decibels) ? fmt::format("{:+.2f} dB", decibels) : "\u2013";
}

std::string timeInWords(double seconds) {
    const auto whole = static_cast<long>(std::lround(seconds));
    if (whole < 60)
        return fmt::format("{} s", whole);
    if (whole < 3600)
        return fmt::format("{} min {} s", whole / 60, whole % 60);
    return fmt::format("{} h {} min", whole / 3600, whole % 3600 / 60);
}

std::string countInWords(int count, const std::string& singular) {
    return fmt::format("{} {}{}", count, singular, count == 1 ? "" : "s");
}

std::string mixedFolderInWords(int smaller, int images) {
    return fmt::format(
        "The folder holds two clearly different kinds of photographs, as of two cameras: {} of {} are of "
        "the smaller kind; look at both.",
        smaller, images);
}

std::string guardInWords(const std::vector<GuardedImage>& decided) {
    const auto of = [&](GuardChoice choice) {
        return std::count_if(decided.begin(), decided.end(),
                             [choice](const GuardedImage& image) { return image.verdict.choice == choice; });
    };
    return fmt::format(
        "The guard takes the adapted model's result for {} of {} photographs, the source model's for {}, "
        "and leaves {} as taken.",
        of(GuardChoice::Adapted), decided.size(), of(GuardChoice::Source), of(GuardChoice::Original));
}

std::string protocolInWords(int workingSize) {
    return fmt::format("Protocol fov at {} px: inside the field of view only.", workingSize);
}

} // namespace limpid
