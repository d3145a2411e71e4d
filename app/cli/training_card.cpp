// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "training_card.h"

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <map>

namespace limpid {

Result<ModelCard> trainingCard(const TrainOptions& options, const TrainingData& training, const TrainingData& heldOut) {
    ModelCard card;
    if (!options.card.empty()) {
        std::ifstream file(options.card, std::ios::binary);
        if (!file)
            return fail(ErrorCode::FileNotFound, {options.card});
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        auto words = ModelCard::fromJson(text, options.card);
        if (!words)
            return fail(std::move(words.error()));
        card = std::move(*words);
    }
    std::map<std::string, std::string> licences;
    for (const auto& set : card.trainingData)
        licences[set.dataset] = set.licence;
    std::map<std::string, int> counts;
    for (const auto& group : training.groups)
        ++counts[group];
    card.trainingData.clear();
    for (const auto& [group, count] : counts) {
        if (!options.card.empty() && licences[group].empty()) {
            return fail(ErrorCode::InvalidArgument,
                        {options.card, "its training_data has no licence for the data set " + group});
        }
        card.trainingData.push_back({group, count, licences[group]});
    }
    card.heldOut.clear();
    for (std::size_t i = 0; i < heldOut.names.size(); ++i)
        card.heldOut.push_back(heldOut.groups[i] + "/" + heldOut.names[i]);
    card.modality = options.modality;
    card.trainingCommand = options.commandLine;
    card.programVersion = LIMPID_VERSION;
    card.created = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}",
                               fmt::gmtime(std::chrono::system_clock::to_time_t(std::chrono::system_clock::now())));
    return card;
}

} // namespace limpid
