// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinics_command.h"

#include "clinic_archives.h"
#include "clinic_changing.h"
#include "clinic_records.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_store.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <iterator>
#include <utility>

namespace limpid {

namespace {

/// What is done where no other word follows.
class ListClinics final : public Command {
public:
    std::string name() const override { return "list"; }
    std::string description() const override { return "List the clinics and the models they use (the default)"; }
    void add(CLI::App&) override {}

    ExitStatus run(Console& console) override {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        if (!store)
            return console.giveUp(store.error());
        const auto known = store->clinics();
        if (!known)
            return console.giveUp(known.error());
        auto clinics = nlohmann::ordered_json::array();
        for (const auto& clinic : *known) {
            const auto model = store->modelInUse(clinic.name);
            const auto path = model ? nlohmann::ordered_json(model->string()) : nlohmann::ordered_json();
            clinics.push_back({{"name", clinic.name}, {"model", path}});
            console.print(fmt::format("{:<24} {}", clinic.name, model ? model->string() : "no adapted model"));
        }
        if (clinics.empty())
            console.say("There is no clinic yet; 'limpid-cli adapt' makes one.");
        console.results() = {{"clinics", std::move(clinics)}};
        return ExitStatus::Done;
    }
};

/// Passes on to one of several commands of its own.
class ClinicsCommand final : public Command {
public:
    ClinicsCommand() {
        m_actions.push_back(std::make_unique<ListClinics>());
        for (auto* make : {makeClinicRecords, makeClinicChanges, makeClinicArchives}) {
            auto made = make();
            std::move(made.begin(), made.end(), std::back_inserter(m_actions));
        }
        m_chosen = m_actions.front().get();
    }

    std::string name() const override { return "clinics"; }
    std::string description() const override {
        return "The clinics that models were adapted to: list, change, export, import, check";
    }

    void add(CLI::App& parser) override {
        for (const auto& action : m_actions) {
            auto* sub = parser.add_subcommand(action->name(), action->description());
            action->add(*sub);
            sub->callback([this, chosen = action.get()] { m_chosen = chosen; });
        }
        parser.require_subcommand(0, 1);
    }

    ExitStatus run(Console& console) override { return m_chosen->run(console); }

private:
    std::vector<std::unique_ptr<Command>> m_actions;
    Command* m_chosen = nullptr;
};

} // namespace

std::unique_ptr<Command> makeClinicsCommand() {
    return std::make_unique<ClinicsCommand>();
}

} // namespace limpid
