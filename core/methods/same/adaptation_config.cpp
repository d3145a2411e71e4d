// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_config.h"

#include <algorithm>

namespace limpid {

AdaptationConfig AdaptationConfig::limpid() {
    AdaptationConfig config;
    config.redegradation = fitted;
    return config;
}

AdaptationConfig AdaptationConfig::paper() {
    AdaptationConfig config;
    config.form = "paper";
    config.learningRate = 2e-4;
    config.decayLearningRate = false;
    config.emaDecay = 0.995;
    config.redegrade = false;
    config.trustGoodOriginals = false;
    config.epochs = 12;
    config.guardByProbe = false;
    config.mostUnlike = 1e9; // the paper has no guard
    return config;
}

AdaptationConfig AdaptationConfig::asReleased() {
    auto config = paper();
    config.form = "as-released";
    config.structureWeight = 0.0;
    config.entropyWeight = 1.0;
    config.perturb = false;
    config.useQualityJudge = false;
    config.useStructureJudge = false;
    return config;
}

Result<AdaptationConfig> AdaptationConfig::byName(std::string_view name) {
    if (name == "limpid")
        return limpid();
    if (name == "paper")
        return paper();
    if (name == "as-released")
        return asReleased();
    return fail(ErrorCode::InvalidArgument,
                {"The form " + std::string(name), "there are 'limpid', 'paper' and 'as-released'"});
}

int AdaptationConfig::heldOut(int images) const {
    constexpr int fewest = 2;
    return std::clamp(images / 5, fewest, probeImages);
}

int AdaptationConfig::stepsPerEpochOn(int trained) const {
    constexpr int fewest = 20;
    return stepsPerEpoch > 0 ? stepsPerEpoch : std::max(fewest, (trained + batchSize - 1) / batchSize);
}

} // namespace limpid
