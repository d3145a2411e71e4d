// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/folder_guard.h"

#include "methods/same/guard_samples.h"
#include "methods/same/network_range.h"
#include "methods/same/restoration_guard.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace limpid {

namespace {

constexpr std::int64_t chunk = 4;
constexpr std::uint64_t guardSeed = 8'000'009;
constexpr const char* everyDamage = "every-strength";
/// Mean severities that an adapted model may leave more than the source model.
constexpr double mostVeilAdded = 0.02;
constexpr double mostNoiseAdded = 0.005;

ClinicImages acceptedOf(const GuardedClinic& clinic) {
    std::vector<std::int64_t> rows;
    for (std::size_t i = 0; i < clinic.decisions.size(); ++i) {
        if (clinic.decisions[i].decision.accepted)
            rows.push_back(static_cast<std::int64_t>(i));
    }
    const auto index = torch::tensor(rows, torch::kLong);
    return {clinic.photographs.images.index_select(0, index), clinic.photographs.fieldOfView.index_select(0, index)};
}

} // namespace

std::optional<ImageGuard> learnGuard(const GuardedClinic& clinic, const DegradationMaker& makeDegradation,
                                     const std::string& redegradation, std::uint64_t seed,
                                     const std::stop_token& stop) {
    const auto accepted = acceptedOf(clinic);
    auto source = clinic.source;
    auto adapted = clinic.adapted;
    GuardSampleOptions options;
    options.variants = 2;
    std::vector<ImageGuard::Sample> samples;
    for (const auto& preset : {redegradation, std::string(everyDamage)}) {
        options.seed = seed + guardSeed + samples.size();
        const auto degradation = makeDegradation(preset, options.seed);
        auto some = makeGuardSamples(accepted, source, adapted, clinic.format, *degradation, options, stop);
        std::move(some.begin(), some.end(), std::back_inserter(samples));
    }
    const auto guard = ImageGuard::learn(samples);
    return guard ? std::optional<ImageGuard>(*guard) : std::nullopt;
}

Result<std::vector<GuardedImage>> guardFolder(const GuardedClinic& clinic, const ImageGuard& guard,
                                              const GuardJudgeFiles& files) {
    const torch::NoGradGuard noGrad;
    auto source = clinic.source;
    auto adapted = clinic.adapted;
    const auto device = source->parameters().front().device();
    auto judges = loadGuardJudges(files, device);
    if (!judges)
        return fail(std::move(judges.error()));
    RestorationGuard judge(guard, std::move(*judges));
    std::vector<GuardedImage> decided;
    const auto count = clinic.photographs.images.size(0);
    for (std::int64_t begin = 0; begin < count; begin += chunk) {
        const auto end = std::min(begin + chunk, count);
        const auto mask = clinic.photographs.fieldOfView.slice(0, begin, end).to(device, torch::kFloat);
        const auto input = clinic.photographs.images.slice(0, begin, end).to(device, torch::kFloat) / 255.0 * mask;
        const auto bySource = restore(source, clinic.format, input, mask);
        const auto byAdapted = restore(adapted, clinic.format, input, mask);
        for (const auto& verdict : judge.decide(input, bySource, byAdapted, mask))
            decided.push_back({clinic.photographs.names[decided.size()], verdict});
    }
    return decided;
}

std::optional<AdaptationVerdict> leavesDamage(const std::vector<GuardedImage>& decided) {
    double veil = 0.0;
    double noise = 0.0;
    for (const auto& image : decided) {
        veil += image.verdict.veilAdded;
        noise += image.verdict.noiseAdded;
    }
    const auto count = static_cast<double>(decided.size());
    if (veil > mostVeilAdded * count)
        return AdaptationVerdict::LeavesVeil;
    if (noise > mostNoiseAdded * count)
        return AdaptationVerdict::LeavesNoise;
    return std::nullopt;
}

void addGuarded(ReferenceScores& scores, const std::vector<GuardedImage>& decided) {
    std::map<std::string, GuardChoice> choices;
    for (const auto& image : decided)
        choices.emplace(image.name, image.verdict.choice);
    scores.guarded = {};
    scores.guardedWorseShare = 0.0;
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(scores.rows.size(), 1));
    for (auto& row : scores.rows) {
        const auto found = choices.find(row.name);
        const auto choice = found == choices.end() ? GuardChoice::Adapted : found->second;
        row.guarded = choice == GuardChoice::Adapted  ? row.adapted
                      : choice == GuardChoice::Source ? row.source
                                                      : row.input;
        scores.guarded.psnr += share * row.guarded.psnr;
        scores.guarded.ssim += share * row.guarded.ssim;
        scores.guardedWorseShare += row.isWorse(row.guarded) ? share : 0.0;
    }
}

} // namespace limpid
