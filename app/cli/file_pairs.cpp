// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "file_pairs.h"

#include "imaging/image_folder.h"

#include <spdlog/fmt/fmt.h>

#include <map>

namespace limpid {

namespace fs = std::filesystem;

Pairing pairByStem(const std::vector<fs::path>& outputs, const std::vector<fs::path>& references) {
    std::map<std::string, fs::path> waiting;
    Pairing pairing;
    for (const auto& reference : references) {
        if (!waiting.emplace(reference.stem().string(), reference).second)
            pairing.unpairedReferences.push_back(reference);
    }
    for (const auto& output : outputs) {
        const auto found = waiting.find(output.stem().string());
        if (found == waiting.end()) {
            pairing.unpairedOutputs.push_back(output);
            continue;
        }
        pairing.pairs.push_back({found->first, output, found->second});
        waiting.erase(found);
    }
    for (const auto& [stem, reference] : waiting)
        pairing.unpairedReferences.push_back(reference);
    return pairing;
}

Result<Pairing> pairFolders(const std::string& outputs, const std::string& references, const std::string& counterpart,
                            Console& console) {
    const auto outputFiles = listImages(outputs);
    if (!outputFiles)
        return fail(outputFiles.error());
    const auto referenceFiles = listImages(references);
    if (!referenceFiles)
        return fail(referenceFiles.error());
    auto pairing = pairByStem(*outputFiles, *referenceFiles);
    if (pairing.pairs.empty())
        return fail(ErrorCode::DataMissing, {"A " + counterpart + " of the same name", references});
    for (const auto& output : pairing.unpairedOutputs)
        console.say(fmt::format("{} has no {} and was left out.", output.string(), counterpart));
    for (const auto& reference : pairing.unpairedReferences)
        console.say(fmt::format("{} has no output and was left out.", reference.string()));
    return pairing;
}

} // namespace limpid
