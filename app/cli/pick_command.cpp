// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pick_command.h"

#include "csv_table.h"
#include "imaging/image_folder.h"
#include "imaging/image_reader.h"
#include "inference/degradation_reader.h"
#include "inference/enhancer.h"
#include "inference/model_library.h"
#include "inference/pick_evaluation.h"
#include "model_choice.h"
#include "task/read_ahead.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

namespace {

/// How often each judge, and both together, were right.
struct Tallies {
    JudgeTally quality;
    JudgeTally structure;
    JudgeTally both;

    void add(const PickDecision& decision, const PickTruth& truth) {
        quality.add(decision.qualityAccepted, truth.good);
        structure.add(decision.structureAccepted, truth.good);
        both.add(decision.accepted, truth.good);
    }
};

/// A dash where there is nothing to take a share of.
std::string percent(double share) {
    return std::isnan(share) ? "\u2013" : fmt::format("{:.0f} %", 100.0 * share);
}

nlohmann::ordered_json toJson(const JudgeTally& tally) {
    return {{"images", tally.total()},
            {"picked", tally.picked()},
            {"good", tally.good()},
            {"precision", tally.precision()},
            {"recall", tally.recall()}};
}

class PickCommand final : public Command {
public:
    std::string name() const override { return "pick"; }
    std::string description() const override {
        return "Show what the pseudo-label picker says of a model's output for every image of a folder";
    }

    void add(CLI::App& parser) override {
        parser.add_option("FOLDER", m_folder, "The photographs")->required();
        m_choice.add(parser, /*withClinic=*/true);
        parser.add_option("--reference", m_references,
                          "Good versions of the same stems: how often is each judge right?");
        parser.add_option("--csv", m_csv, "Write the decisions to this file");
        parser.add_flag("--force", m_force, "Replace the file if it exists");
    }

    ExitStatus run(Console& console) override {
        const auto files = listImages(m_folder);
        if (!files)
            return console.giveUp(files.error());
        auto enhancer = loadEnhancer();
        if (!enhancer)
            return console.giveUp(enhancer.error());
        const auto references = referencesByStem();
        if (!references)
            return console.giveUp(references.error());
        auto reader = loadReader();
        if (!reader)
            return console.giveUp(reader.error());
        CsvTable table({"image", "accepted", "good", "usable", "reject", "damage", "structure_score",
                        "structure_threshold", "severity_against_reference", "reason", "haze", "illumination", "spots",
                        "blur", "veil", "cast", "noise"});
        Tallies tallies;
        auto decisions = nlohmann::ordered_json::array();
        constexpr std::size_t imagesAhead = 2;
        ReadAhead<Result<Image>> ahead(files->size(), imagesAhead,
                                       [&files](std::size_t index) { return readImage((*files)[index]); });
        auto progress = console.progress();
        std::size_t accepted = 0;
        for (std::size_t index = 0; index < files->size() && !console.mustStop(); ++index) {
            const auto& file = (*files)[index];
            const auto image = *ahead.next();
            const auto result = image ? enhancer->enhance(*image, console.stopToken()) : fail(image.error());
            const auto reading = image ? reader->read(*image) : fail(image.error());
            progress.set(static_cast<double>(index + 1) / static_cast<double>(files->size()), file.filename().string());
            if (!result) {
                console.fail(file.string(), result.error());
                continue;
            }
            if (!reading) {
                console.fail(file.string(), reading.error());
                continue;
            }
            const auto& decision = *result->decision;
            std::optional<PickTruth> truth;
            if (const auto found = references->find(file.stem().string()); found != references->end()) {
                const auto measured = measurePick(*result, *image, found->second, enhancer->workingSize());
                if (measured) {
                    truth = *measured;
                    tallies.add(decision, *truth);
                } else {
                    console.fail(found->second.string(), measured.error());
                }
            }
            accepted += decision.accepted ? 1 : 0;
            addRow(table, decisions, file, decision, truth, reading->severities);
            console.print(fmt::format("{}: {}", file.filename().string(), decision.reason));
        }
        const auto done = decisions.size();
        console.results() = {{"images", done}, {"accepted", accepted}, {"decisions", std::move(decisions)}};
        console.print(fmt::format("{} of {} accepted", accepted, done));
        if (!m_references.empty())
            reportTallies(tallies, console);
        if (!m_csv.empty()) {
            if (auto written = table.write(m_csv, m_force); !written)
                return console.giveUp(written.error());
        }
        return console.conclude(done);
    }

private:
    Result<Enhancer> loadEnhancer() const {
        auto model = m_choice.modelFile();
        if (!model)
            return fail(std::move(model.error()));
        auto device = m_choice.chosenDevice();
        if (!device)
            return fail(std::move(device.error()));
        const ModelLibrary library(ModelLibrary::shippedFolder());
        auto quality = library.qualityJudge("fundus");
        if (!quality)
            return fail(std::move(quality.error()));
        auto structure = library.structureJudge("fundus");
        if (!structure)
            return fail(std::move(structure.error()));
        auto estimator = library.degradationEstimator("fundus");
        if (!estimator)
            return fail(std::move(estimator.error()));
        EnhancerOptions options;
        options.degradationEstimator = std::move(*estimator);
        options.workingSize = m_choice.workingSize;
        options.nativeSize = false;
        options.qualityJudge = std::move(*quality);
        options.structureJudge = std::move(*structure);
        return Enhancer::load(*model, *device, options);
    }

    Result<DegradationReader> loadReader() const {
        auto device = m_choice.chosenDevice();
        if (!device)
            return fail(std::move(device.error()));
        const auto file = ModelLibrary(ModelLibrary::shippedFolder()).degradationEstimator("fundus");
        if (!file)
            return fail(file.error());
        return DegradationReader::load(*file, *device);
    }

    Result<std::map<std::string, fs::path>> referencesByStem() const {
        std::map<std::string, fs::path> references;
        if (m_references.empty())
            return references;
        const auto files = listImages(m_references);
        if (!files)
            return fail(files.error());
        for (const auto& file : *files)
            references.emplace(file.stem().string(), file);
        return references;
    }

    static void reportTallies(const Tallies& tallies, Console& console) {
        auto& results = console.results()["judges"];
        for (const auto& [name, tally] : {std::pair<const char*, const JudgeTally&>{"quality", tallies.quality},
                                          {"structure", tallies.structure},
                                          {"both", tallies.both}}) {
            results[name] = toJson(tally);
            console.print(fmt::format("{}: of {} picked {} are good; of {} good {} are picked", name, tally.picked(),
                                      percent(tally.precision()), tally.good(), percent(tally.recall())));
        }
    }

    static void addRow(CsvTable& table, nlohmann::ordered_json& list, const fs::path& file, const PickDecision& d,
                       const std::optional<PickTruth>& truth, const DegradationSeverities& severities) {
        std::vector<std::string> row{file.filename().string(),
                                     d.accepted ? "yes" : "no",
                                     CsvTable::cell(d.good),
                                     CsvTable::cell(d.usable),
                                     CsvTable::cell(d.reject),
                                     CsvTable::cell(d.damage),
                                     CsvTable::cell(d.structureScore),
                                     CsvTable::cell(d.structureThreshold),
                                     truth ? CsvTable::cell(truth->severity) : "",
                                     d.reason};
        nlohmann::ordered_json degradation;
        for (const auto kind : gradedKinds) {
            row.push_back(CsvTable::cell(severities.of(kind)));
            degradation[std::string(kindName(kind))] = severities.of(kind);
        }
        table.add(std::move(row));
        list.push_back({{"image", file.filename().string()},
                        {"accepted", d.accepted},
                        {"quality_accepted", d.qualityAccepted},
                        {"structure_accepted", d.structureAccepted},
                        {"good", d.good},
                        {"usable", d.usable},
                        {"reject", d.reject},
                        {"damage", d.damage},
                        {"severity", d.severity},
                        {"structure_score", d.structureScore},
                        {"structure_threshold", d.structureThreshold},
                        {"reason", d.reason},
                        {"degradation", std::move(degradation)}});
        if (truth)
            list.back()["severity_against_reference"] = truth->severity;
    }

    std::string m_folder;
    ModelChoice m_choice;
    std::string m_references;
    std::string m_csv;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makePickCommand() {
    return std::make_unique<PickCommand>();
}

} // namespace limpid
