// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <string>

namespace limpid {

/// What `limpid-cli train` was asked for.
struct TrainOptions {
    std::string what; ///< "source", "quality", "structure" or "degradation"
    std::string data;
    std::string heldOut; ///< File of held-out images; needed by "source" and "degradation".
    std::string modality = "fundus";
    std::string out;
    std::string network = "compact";
    std::string degradation; ///< Name of the degradation preset; empty: the task's own default.
    std::string startFrom;   ///< Model whose weights the source training goes on from, or empty.
    std::string sourceModel; ///< The source model whose outputs the judges shall know.
    std::string card;        ///< JSON file with the words of the model card.
    std::string precision = "auto";
    std::int64_t steps = 0; ///< 0: the task's own default.
    std::int64_t batch = 0;
    std::int64_t cropSize = 256;
    std::int64_t shortestSide = 256;
    double learningRate = 2e-4;
    double constantShare = 0.75;
    double logErrorWeight = 0.1;
    double structureWeight = 0.05;
    std::int64_t evaluateEvery = 500;
    std::uint64_t seed = 1;
    std::string commandLine; ///< For the model card.
};

} // namespace limpid
