// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models_command.h"

#include "inference/model_library.h"
#include "storage/checkpoint.h"
#include "storage/model_card.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

class ModelsCommand final : public Command {
public:
    std::string name() const override { return "models"; }
    std::string description() const override { return "List the models, or print the card of one"; }

    void add(CLI::App& parser) override {
        parser.add_option("MODEL", m_model, "Name or file of a model whose card is wanted");
    }

    ExitStatus run(Console& console) override {
        const ModelLibrary library(ModelLibrary::shippedFolder());
        return m_model.empty() ? listAll(library, console) : printCard(library, console);
    }

private:
    static ExitStatus listAll(const ModelLibrary& library, Console& console) {
        auto models = nlohmann::ordered_json::array();
        for (const auto& entry : library.list()) {
            models.push_back({{"name", entry.name},
                              {"architecture", entry.architecture},
                              {"modality", entry.modality},
                              {"path", entry.path.string()}});
            console.print(fmt::format("{:<20} {:<20} {:<12} {}", entry.name, entry.architecture, entry.modality,
                                      entry.path.string()));
        }
        console.results() = {{"models", std::move(models)}};
        return ExitStatus::Done;
    }

    ExitStatus printCard(const ModelLibrary& library, Console& console) const {
        const auto path = library.find(m_model);
        if (!path)
            return console.giveUp(path.error());
        const auto info = loadCheckpointInfo(*path);
        if (!info)
            return console.giveUp(info.error());
        const auto card = ModelCard::fromJson(info->cardJson.empty() ? "{}" : info->cardJson, *path);
        if (!card)
            return console.giveUp(card.error());
        console.results() = {{"architecture", info->architecture},
                             {"configuration", nlohmann::ordered_json::parse(info->configurationJson, nullptr, false)},
                             {"card", nlohmann::ordered_json::parse(card->toJson())}};
        console.print(card->toMarkdown());
        return ExitStatus::Done;
    }

    std::string m_model;
};

} // namespace

std::unique_ptr<Command> makeModelsCommand() {
    return std::make_unique<ModelsCommand>();
}

} // namespace limpid
