// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "import_pytorch_command.h"

#include "methods/same/same_model.h"
#include "nn/ema.h"
#include "storage/checkpoint.h"
#include "storage/model_card.h"
#include "storage/torch_pickle.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <filesystem>
#include <system_error>

namespace limpid {

namespace {

class ImportPytorchCommand final : public Command {
public:
    std::string name() const override { return "import-pytorch"; }
    std::string description() const override {
        return "Turn a state dict that Python saved (weights of the released SAME network) into a Limpid model";
    }

    void add(CLI::App& parser) override {
        parser.add_option("FILE", m_file, "The state dict, from torch.save")->required();
        parser.add_option("--architecture", m_architecture, "same-paper or compact")->capture_default_str();
        parser.add_option("--modality", m_modality, "Kind of image")
            ->check(CLI::IsMember({"fundus", "oct", "ultrasound"}))
            ->capture_default_str();
        parser.add_option("--out", m_out, "The model to write (.safetensors)")->required();
        parser.add_flag("--force", m_force, "Replace the file if it exists");
    }

    ExitStatus run(Console& console) override {
        std::error_code error;
        if (!m_force && std::filesystem::exists(m_out, error))
            return console.giveUp({ErrorCode::OutputExists, {m_out}, {}});
        const auto configuration = UnetConfiguration::byName(m_architecture);
        if (!configuration)
            return console.giveUp(configuration.error());
        const auto weights = readTorchStateDict(m_file);
        if (!weights)
            return console.giveUp(weights.error());
        SameModel model;
        model.network = StructurePreservingUnet(*configuration);
        model.modality = m_modality;
        if (auto loaded = loadInto(*model.network, *weights, m_file); !loaded)
            return console.giveUp(loaded.error());
        ModelCard card;
        card.name = "Imported from " + std::filesystem::path(m_file).filename().string();
        card.modality = m_modality;
        card.programVersion = LIMPID_VERSION;
        card.limits.push_back("Imported weights: nothing is known here about their training or their quality.");
        model.cardJson = card.toJson();
        if (auto saved = saveSameModel(m_out, model); !saved)
            return console.giveUp(saved.error());
        const auto parameters = parameterCount(*model.network);
        console.results() = {{"model", m_out}, {"architecture", m_architecture}, {"parameters", parameters}};
        console.print(fmt::format("{}: {} parameters", m_out, parameters));
        return ExitStatus::Done;
    }

private:
    std::string m_file;
    std::string m_architecture = "same-paper";
    std::string m_modality = "fundus";
    std::string m_out;
    bool m_force = false;
};

} // namespace

std::unique_ptr<Command> makeImportPytorchCommand() {
    return std::make_unique<ImportPytorchCommand>();
}

} // namespace limpid
