// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/appearance_groups.h"

#include <torch/torch.h>

#include <algorithm>

namespace limpid {

namespace {

constexpr std::int64_t fewestToPart = 4;
/// Measured: 0.74 on CHASE_DB1 with one half made dark and the other bright; 0.37 to 0.48 on CHASE_DB1 as it is or
/// damaged in one way, HRF, and real cataract (CSDI).
/// Colours that follow each other evenly along a line have 0.62.
constexpr double leastSilhouette = 0.65;
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

} // namespace

bool AppearanceGroups::isMixed() const {
    const auto tenth = static_cast<std::int64_t>(group.size() / 10);
    return silhouette >= leastSilhouette && smaller >= std::max(fewestInGroup, tenth);
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
    if (2 * inSecond > count)
        second = second.logical_not();
    groups.smaller = std::min(inSecond, count - inSecond);
    for (std::int64_t i = 0; i < count; ++i)
        groups.group[static_cast<std::size_t>(i)] = second[i].item<bool>() ? 1 : 0;
    return groups;
}

} // namespace limpid
