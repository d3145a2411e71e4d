// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics_command.h"

#include "storage/clinic_folders.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

class ClinicsCommand final : public Command {
public:
    std::string name() const override { return "clinics"; }
    std::string description() const override { return "List the clinics that models were adapted to"; }
    void add(CLI::App&) override {}

    ExitStatus run(Console& console) override {
        const ClinicFolders folders(ClinicFolders::defaultRoot());
        auto clinics = nlohmann::ordered_json::array();
        for (const auto& clinic : folders.list()) {
            const auto model = folders.model(clinic);
            const auto path = model ? nlohmann::ordered_json(model->string()) : nlohmann::ordered_json();
            clinics.push_back({{"name", clinic}, {"model", path}});
            console.print(fmt::format("{:<24} {}", clinic, model ? model->string() : "no adapted model"));
        }
        if (clinics.empty())
            console.say("There is no clinic yet; 'limpid-cli adapt' makes one.");
        console.results() = {{"clinics", std::move(clinics)}};
        return ExitStatus::Done;
    }
};

} // namespace

std::unique_ptr<Command> makeClinicsCommand() {
    return std::make_unique<ClinicsCommand>();
}

} // namespace limpid
