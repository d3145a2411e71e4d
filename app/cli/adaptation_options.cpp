// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "adaptation_options.h"

#include <CLI/CLI.hpp>

#include <iterator>
#include <utility>

namespace limpid {

namespace {

/// See the header: what a flag's number says.
void applyFlag(int given, bool& value) {
    if (given != 0)
        value = given > 0;
}

} // namespace

std::vector<CLI::Option*> AdaptationOptions::addPicking(CLI::App& parser) {
    return {
        parser.add_option("--judges", m_judges, "Which judges pick pseudo-labels: both, quality, structure or none")
            ->check(CLI::IsMember({"both", "quality", "structure", "none"})),
        parser
            .add_option("--quality-threshold", m_qualityThreshold,
                        "The quality judge accepts where p(good) is above this")
            ->check(CLI::Range(0.0, 1.0)),
        parser
            .add_option("--structure-threshold", m_structureThreshold,
                        "The structure judge accepts where the irregularity is at most this (without it: its own)")
            ->check(CLI::Range(1e-6, 1e9)),
        parser
            .add_option("--damage-weight", m_damageWeight,
                        "How much a photograph's damage counts as evidence for the quality judge; 0: not at all")
            ->check(CLI::Range(0.0, 10.0)),
        parser.add_flag("--good-originals,!--no-good-originals", m_goodOriginals,
                        "Take a photograph that the judges find as good as its restoration as its own label"),
    };
}

std::vector<CLI::Option*> AdaptationOptions::addLearning(CLI::App& parser) {
    return {
        parser.add_option("--epochs", m_epochs, "Times through the folder (at least 20 steps each)")
            ->check(CLI::Range(1, 10000)),
        parser.add_option("--learning-rate", m_learningRate, "Adam's rate")->check(CLI::Range(1e-7, 1e-1)),
        parser.add_option("--ema", m_emaDecay, "The teacher's decay per step")->check(CLI::Range(0.0, 1.0)),
        parser.add_flag("--perturb,!--no-perturb", m_perturb, "Show the student perturbed photographs"),
        parser.add_flag("--balance,!--no-balance", m_balance,
                        "Learn equally often from both kinds of photographs where a folder holds two"),
        parser.add_flag("--redegrade,!--no-redegrade", m_redegrade,
                        "Degrade pseudo-labels again and have the student restore them"),
        parser.add_option("--redegradation", m_redegradation,
                          "Degradation of re-degradation and clinic probe: 'fitted' to the clinic's own photographs "
                          "(the default of the form limpid), 'likest' of gfe and wide, or a preset"),
        parser
            .add_option("--candidates", m_candidates, "Degradations tried for each pseudo-label; the likest is taken")
            ->check(CLI::Range(1, 32)),
    };
}

std::vector<CLI::Option*> AdaptationOptions::addLimits(CLI::App& parser) {
    auto* clip = parser
                     .add_option("--clip-update", m_clipUpdate,
                                 "Limit the change of the weights to this share of the source weights' norm")
                     ->check(CLI::Range(1e-6, 1.0));
    return {
        parser
            .add_option("--most-unlike", m_mostUnlike,
                        "Adapt only where imitations of the clinic's photographs are at most this unlike them")
            ->check(CLI::Range(0.0, 1e9)),
        clip,
        parser
            .add_option("--noise-update", m_noiseUpdate,
                        "Add Gaussian noise to the weights, of so many times that limit (docs/privacy.md)")
            ->check(CLI::Range(0.0, 1000.0))
            ->needs(clip),
    };
}

std::vector<CLI::Option*> AdaptationOptions::add(CLI::App& parser) {
    std::vector<CLI::Option*> options{parser.add_option("--form", m_form, "limpid (the default), paper or as-released")
                                          ->check(CLI::IsMember({"limpid", "paper", "as-released"}))
                                          ->capture_default_str()};
    for (auto& more : {addPicking(parser), addLearning(parser), addLimits(parser)})
        options.insert(options.end(), more.begin(), more.end());
    options.push_back(parser.add_option("--seed", m_seed, "The same seed gives the same run")->capture_default_str());
    return options;
}

void AdaptationOptions::applyJudges(AdaptationConfig& config) const {
    if (!m_judges.empty()) {
        config.useQualityJudge = m_judges == "both" || m_judges == "quality";
        config.useStructureJudge = m_judges == "both" || m_judges == "structure";
    }
    config.qualityThreshold = m_qualityThreshold.value_or(config.qualityThreshold);
    config.damageWeight = m_damageWeight.value_or(config.damageWeight);
    config.structureThreshold = m_structureThreshold.value_or(config.structureThreshold);
}

Result<AdaptationConfig> AdaptationOptions::configuration() const {
    auto config = AdaptationConfig::byName(m_form);
    if (!config)
        return config;
    applyJudges(*config);
    applyFlag(m_goodOriginals, config->trustGoodOriginals);
    config->epochs = m_epochs.value_or(config->epochs);
    config->learningRate = m_learningRate.value_or(config->learningRate);
    config->emaDecay = m_emaDecay.value_or(config->emaDecay);
    applyFlag(m_perturb, config->perturb);
    applyFlag(m_balance, config->balanceKinds);
    applyFlag(m_redegrade, config->redegrade);
    config->redegradation = m_redegradation.value_or(config->redegradation);
    config->redegradationCandidates = m_candidates.value_or(config->redegradationCandidates);
    config->mostUnlike = m_mostUnlike.value_or(config->mostUnlike);
    config->clipUpdate = m_clipUpdate;
    config->noiseUpdate = m_noiseUpdate;
    config->seed = m_seed;
    return config;
}

} // namespace limpid
