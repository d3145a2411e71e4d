// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "prepare_command.h"

#include "inference/data_preparation.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

std::string trimmed(const std::string& line) {
    const auto begin = line.find_first_not_of(" \t\r");
    return begin == std::string::npos ? std::string() : line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

/// One name per line; empty lines and those that begin with # do not count.
Result<std::set<std::string>> readNames(const std::string& path) {
    std::ifstream file(path);
    if (!file)
        return fail(ErrorCode::FileNotFound, {path});
    std::set<std::string> names;
    for (std::string line; std::getline(file, line);) {
        auto name = trimmed(line);
        if (!name.empty() && name.front() != '#')
            names.insert(std::move(name));
    }
    return names;
}

/// FIVES for /data/FIVES/images and for /data/FIVES.
std::string groupOf(const fs::path& images) {
    const auto folder = (images / "").lexically_normal().parent_path();
    const auto name = folder.filename().string();
    return name == "images" && folder.has_parent_path() ? folder.parent_path().filename().string() : name;
}

class PrepareCommand final : public Command {
public:
    std::string name() const override { return "prepare"; }
    std::string description() const override {
        return "Bring photographs and their vessel masks to working size, into one file for training";
    }

    void add(CLI::App& parser) override {
        m_parser = &parser;
        parser.add_option("--images", m_images, "Folder of photographs; may be given several times")
            ->required()
            ->take_all()
            ->allow_extra_args(false);
        parser.add_option("--masks", m_masks, "Folder of vessel masks of the same stems, for the --images before it")
            ->take_all()
            ->allow_extra_args(false);
        parser.add_option("--group", m_groups, "Name of the data set of the --images before it")
            ->take_all()
            ->allow_extra_args(false);
        parser.add_option("--modality", m_modality, "Kind of image")
            ->check(CLI::IsMember({"fundus", "oct", "ultrasound"}))
            ->capture_default_str();
        parser.add_option("--list", m_list, "Text file of stems (or GROUP/STEM), one a line: only these");
        parser.add_option("--exclude", m_exclude, "Text file of stems (or GROUP/STEM), one a line: all but these");
        parser.add_option("--size", m_size, "Side of the working frame in pixels")
            ->check(CLI::Range(32, 2048))
            ->capture_default_str();
        parser.add_option("--out", m_out, "The file to write (.safetensors)")->required();
        parser.add_flag("--force", m_force, "Replace the file if it exists");
    }

    ExitStatus run(Console& console) override {
        const auto request = makeRequest();
        if (!request)
            return console.giveUp(request.error());
        std::error_code error;
        if (!m_force && fs::exists(m_out, error))
            return console.giveUp({ErrorCode::OutputExists, {m_out}, {}});
        const auto outcome = prepareData(*request, console.progress(), console.stopToken());
        if (!outcome)
            return console.giveUp(outcome.error());
        for (const auto& failure : outcome->failures)
            console.fail(failure.path.string(), failure.error);
        for (const auto& image : outcome->withoutMask)
            console.say(fmt::format("{} has no mask; its structure is left out of training.", image.string()));
        for (const auto& warning : outcome->warnings)
            console.say(warning);
        if (auto written = saveTrainingData(m_out, outcome->data, m_force); !written)
            return console.giveUp(written.error());
        return report(outcome->data, console);
    }

private:
    Result<PreparationRequest> makeRequest() const {
        auto sources = makeSources();
        if (!sources)
            return fail(std::move(sources.error()));
        PreparationRequest request{std::move(*sources), m_size, std::nullopt, {}, m_modality};
        if (!m_list.empty()) {
            auto names = readNames(m_list);
            if (!names)
                return fail(std::move(names.error()));
            request.only = std::move(*names);
        }
        if (!m_exclude.empty()) {
            auto names = readNames(m_exclude);
            if (!names)
                return fail(std::move(names.error()));
            request.except = std::move(*names);
        }
        return request;
    }

    /// Which masks and group belong to which images follows from the order on the command line.
    Result<std::vector<PreparationSource>> makeSources() const {
        std::vector<PreparationSource> sources;
        auto image = m_images.begin();
        auto mask = m_masks.begin();
        auto group = m_groups.begin();
        for (const auto* option : m_parser->parse_order()) {
            const auto name = option->get_name();
            const bool isMasks = name == "--masks";
            const bool isGroup = name == "--group";
            if ((isMasks || isGroup) && sources.empty())
                return fail(ErrorCode::InvalidArgument, {name, "it stands before the --images that it is about"});
            if (name == "--images") {
                sources.push_back({*image, std::nullopt, groupOf(*image)});
                ++image;
            } else if (isMasks) {
                sources.back().masks = *mask++;
            } else if (isGroup) {
                sources.back().group = *group++;
            }
        }
        return sources;
    }

    ExitStatus report(const TrainingData& data, Console& console) const {
        std::map<std::string, int> imagesPerGroup;
        for (const auto& group : data.groups)
            ++imagesPerGroup[group];
        const auto withMasks = data.hasStructure.sum().item<std::int64_t>();
        auto& results = console.results();
        results["file"] = m_out;
        results["images"] = data.images.size(0);
        results["with_masks"] = withMasks;
        results["size"] = m_size;
        results["groups"] = imagesPerGroup;
        console.print(fmt::format("{} photographs, {} with masks, at {} px in {}", data.images.size(0), withMasks,
                                  m_size, m_out));
        return console.conclude(static_cast<std::size_t>(data.images.size(0)));
    }

    CLI::App* m_parser = nullptr;
    std::vector<std::string> m_images;
    std::vector<std::string> m_masks;
    std::vector<std::string> m_groups;
    std::string m_modality = "fundus";
    std::string m_list;
    std::string m_exclude;
    int m_size = 256;
    std::string m_out;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makePrepareCommand() {
    return std::make_unique<PrepareCommand>();
}

} // namespace limpid
