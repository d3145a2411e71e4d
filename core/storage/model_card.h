// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace limpid {

/// What a person has to know before trusting a model, kept inside its checkpoint. After Mitchell et al., "Model Cards
/// for Model Reporting", FAT* 2019.
struct ModelCard {
    struct TrainingSet {
        std::string dataset;
        int images = 0;
        std::string licence;

        bool operator==(const TrainingSet&) const = default;
    };

    /// A measured number, never without what it was measured against and how.
    struct Metric {
        std::string name;
        double value = 0;       ///< In the unit that `name` says, for example "PSNR gain (dB)".
        std::string protocol;   ///< "paper" or "fov".
        std::string measuredOn; ///< The images and the reference, in words.
        std::string command;    ///< The command line that measured it.
        /// Ends of the 95 % interval of `value` (bootstrap_interval.h); both or none. Older cards have none.
        std::optional<double> low{};
        std::optional<double> high{};

        bool operator==(const Metric&) const = default;
    };

    std::string name;
    std::string intendedUse;
    std::string outOfScope;
    std::string modality;
    std::vector<TrainingSet> trainingData;
    std::vector<std::string> heldOut; ///< Names of images or sets that training never saw.
    std::string trainingCommand;
    std::vector<Metric> metrics;
    std::vector<std::string> limits;
    std::vector<std::string> lineage; ///< What it was made from, the oldest first.
    std::string created;              ///< ISO 8601.
    std::string programVersion;
    std::string researchUse = "For research use only. Not a medical device; not for diagnosis or treatment.";

    bool operator==(const ModelCard&) const = default;

    /// One JSON object, the keys in a fixed order. Bytes that are not UTF-8 are replaced.
    std::string toJson() const;

    /// Reads what toJson wrote; keys that are absent keep their defaults and unknown ones are passed over, so that
    /// cards of other versions stay readable. Fails with ModelCorrupt{path, reason}.
    static Result<ModelCard> fromJson(const std::string& text, const std::filesystem::path& path);

    /// The card as a Markdown document; sections with nothing to say are left out.
    std::string toMarkdown() const;
};

} // namespace limpid
