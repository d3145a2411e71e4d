// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/appearance_groups.h"

#include <torch/torch.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace limpid {

namespace {

constexpr std::int64_t fewestToPart = 4;
/// Measured, silhouette and chance, on CHASE_DB1: 0.74 and 0.01 with one half made dark and the other bright; 0.55 to
/// 0.62 and at most 0.01 with 8 of 28 photographs under a veil or haze, and with 10 of another camera under a veil;
/// 0.33 to 0.46 as it is or damaged in one way, there too by a chance of 0.01 at the least. HRF, FIVES, IDRiD and real
/// cataract (CSDI): 0.40 to 0.49, and 0.3 or more. Colours that follow each other evenly along a line: 0.62, and 0.7.
constexpr double leastSilhouette = 0.5;
constexpr double mostChance = 0.02;
constexpr int chanceDraws = 200;
/// Of larger folders chance is asked as if they had so many images: it is less then, not more.
constexpr std::int64_t mostRowsOfDraw = 100;
constexpr std::int64_t fewestInGroup = 3;

/// Mean colours in units of their spread; what is the same in every image counts for nothing.
torch::Tensor standardised(const torch::Tensor& statistics) {
    const auto values = statistics.narrow(1, 0, 3).to(torch::kDouble).cpu();
    const auto deviation = values.std(0, /*unbiased=*/false);
    const auto varies = deviation.gt(1e-9);
    return torch::where(varies, (values - values.mean(0)) / deviation.clamp_min(1e-9), torch::zeros_like(values));
}

/// On which side of the mean each row lies along the direction of the greatest spread.
torch::Tensor firstHalves(const torch::Tensor& rows) {
    const auto direction = std::get<2>(torch::linalg_svd(rows, /*full_matrices=*/false)).select(0, 0);
    return rows.mv(direction).gt(0.0);
}

torch::Tensor twoMeans(const torch::Tensor& rows) {
    constexpr int mostRounds = 100;
    auto second = firstHalves(rows);
    for (int round = 0; round < mostRounds; ++round) {
        if (second.all().item<bool>() || !second.any().item<bool>())
            return second;
        const auto inSecond = rows.index({second}).mean(0);
        const auto inFirst = rows.index({second.logical_not()}).mean(0);
        const auto next = (rows - inSecond).square().sum(1).lt((rows - inFirst).square().sum(1));
        if (next.equal(second))
            break;
        second = next;
    }
    return second;
}

double meanSilhouette(const torch::Tensor& rows, const torch::Tensor& second) {
    const auto distance = torch::cdist(rows, rows);
    const auto inSecond = second.to(torch::kDouble);
    const auto inFirst = 1.0 - inSecond;
    const auto toSecond = distance.mv(inSecond);
    const auto toFirst = distance.mv(inFirst);
    const auto ownSize = torch::where(second, inSecond.sum(), inFirst.sum());
    const auto own = torch::where(second, toSecond, toFirst) / (ownSize - 1.0).clamp_min(1.0);
    const auto other = torch::where(second, toFirst, toSecond) / (rows.size(0) - ownSize).clamp_min(1.0);
    const auto width = (other - own) / torch::maximum(own, other).clamp_min(1e-12);
    return torch::where(ownSize.gt(1.0), width, torch::zeros_like(width)).mean().item<double>();
}

/// Rows drawn evenly from the box along the principal axes of `rows`, whose spread along each axis it has.
torch::Tensor drawFromBox(const torch::Tensor& singularValues, const torch::Tensor& axes, std::int64_t count,
                          std::int64_t ofCount, std::mt19937_64& random) {
    auto even = torch::empty({count, axes.size(0)}, torch::kDouble);
    auto* values = even.data_ptr<double>();
    for (std::int64_t i = 0; i < even.numel(); ++i)
        values[i] = std::ldexp(static_cast<double>(random() >> 11U), -52) - 1.0;
    // A value that is even in -1..1 has a variance of 1/3.
    return (even * singularValues * std::sqrt(3.0 / static_cast<double>(ofCount))).mm(axes);
}

double chanceOf(double silhouette, const torch::Tensor& rows) {
    const auto [left, singularValues, axes] = torch::linalg_svd(rows, /*full_matrices=*/false);
    const auto count = std::min(rows.size(0), mostRowsOfDraw);
    std::mt19937_64 random(1);
    int asClear = 0;
    for (int draw = 0; draw < chanceDraws; ++draw) {
        const auto drawn = standardised(drawFromBox(singularValues, axes, count, rows.size(0), random));
        asClear += meanSilhouette(drawn, twoMeans(drawn)) >= silhouette ? 1 : 0;
    }
    return static_cast<double>(asClear) / chanceDraws;
}

} // namespace

bool AppearanceGroups::isMixed() const {
    const auto tenth = static_cast<std::int64_t>(group.size() / 10);
    return silhouette >= leastSilhouette && chance <= mostChance && smaller >= std::max(fewestInGroup, tenth);
}

AppearanceGroups findAppearanceGroups(const torch::Tensor& statistics) {
    const torch::NoGradGuard noGrad;
    AppearanceGroups groups;
    const auto count = statistics.size(0);
    groups.group.assign(static_cast<std::size_t>(count), 0);
    if (count < fewestToPart)
        return groups;
    const auto rows = standardised(statistics);
    auto second = twoMeans(rows);
    const auto inSecond = second.sum().item<std::int64_t>();
    if (inSecond == 0 || inSecond == count)
        return groups;
    groups.silhouette = meanSilhouette(rows, second);
    if (groups.silhouette >= leastSilhouette)
        groups.chance = chanceOf(groups.silhouette, rows);
    if (2 * inSecond > count)
        second = second.logical_not();
    groups.smaller = std::min(inSecond, count - inSecond);
    for (std::int64_t i = 0; i < count; ++i)
        groups.group[static_cast<std::size_t>(i)] = second[i].item<bool>() ? 1 : 0;
    return groups;
}

} // namespace limpid
