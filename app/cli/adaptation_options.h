// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/adaptation_config.h"
#include "task/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace limpid {

/// The options that make up an adaptation's configuration: a form, and what is to differ from it.
class AdaptationOptions {
public:
    /// Declares them; the answer is every one that was declared, for what none of them goes with.
    std::vector<CLI::Option*> add(CLI::App& parser);
    /// The form with what was given in its place. Fails with InvalidArgument for a form that does not exist.
    Result<AdaptationConfig> configuration() const;

private:
    std::vector<CLI::Option*> addPicking(CLI::App& parser);
    std::vector<CLI::Option*> addLearning(CLI::App& parser);
    std::vector<CLI::Option*> addLimits(CLI::App& parser);
    void applyJudges(AdaptationConfig& config) const;

    // What was not given stays as the form has it. (CLI11 sets a flag's std::optional<bool> where it was not given.)
    std::string m_form = "limpid";
    std::string m_judges;
    std::optional<double> m_qualityThreshold;
    std::optional<double> m_structureThreshold;
    std::optional<double> m_damageWeight;
    int m_goodOriginals = 0; ///< Of every flag: above 0 yes, below no, 0 as the form has it.
    std::optional<int> m_epochs;
    std::optional<double> m_learningRate;
    std::optional<double> m_emaDecay;
    int m_perturb = 0;
    int m_balance = 0;
    int m_redegrade = 0;
    std::optional<std::string> m_redegradation;
    std::optional<int> m_candidates;
    std::optional<double> m_mostUnlike;
    double m_clipUpdate = 0.0;
    double m_noiseUpdate = 0.0;
    std::uint64_t m_seed = 1;
};

} // namespace limpid
