// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_changing.h"

#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_copy.h"
#include "storage/clinics/clinic_folders.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

#include <system_error>

namespace limpid {

namespace {

class RenameClinic final : public Command {
public:
    std::string name() const override { return "rename"; }
    std::string description() const override { return "Give a clinic another name"; }
    void add(CLI::App& parser) override {
        parser.add_option("NAME", m_from, "The clinic")->required();
        parser.add_option("NEW_NAME", m_to, "Its name from now on")->required();
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::open(ClinicFolders::defaultRoot());
        const auto renamed = store ? renameClinic(*store, m_from, m_to) : fail(store.error());
        if (!renamed)
            return console.giveUp(renamed.error());
        console.print(fmt::format("The clinic {} is called {} now.", m_from, m_to));
        console.results() = {{"from", m_from}, {"name", m_to}};
        return ExitStatus::Done;
    }

private:
    std::string m_from;
    std::string m_to;
};

class DuplicateClinic final : public Command {
public:
    std::string name() const override { return "duplicate"; }
    std::string description() const override { return "Make a second clinic with copies of all models of one"; }
    void add(CLI::App& parser) override {
        parser.add_option("NAME", m_from, "The clinic")->required();
        parser.add_option("NEW_NAME", m_to, "The second one's name")->required();
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::open(ClinicFolders::defaultRoot());
        const auto made = store ? duplicateClinic(*store, m_from, m_to) : fail(store.error());
        if (!made)
            return console.giveUp(made.error());
        console.print(fmt::format("The clinic {} has the models of {}.", m_to, m_from));
        console.results() = {{"from", m_from}, {"name", m_to}};
        return ExitStatus::Done;
    }

private:
    std::string m_from;
    std::string m_to;
};

class DeleteClinic final : public Command {
public:
    std::string name() const override { return "delete"; }
    std::string description() const override {
        return "Delete a clinic with its models and its unfinished run; the records of what was done stay";
    }
    void add(CLI::App& parser) override {
        parser.add_option("NAME", m_clinic, "The clinic")->required();
        parser.add_flag("--yes", m_sure, "Really delete; without it, only what would go is said");
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::open(ClinicFolders::defaultRoot());
        if (!store)
            return console.giveUp(store.error());
        auto models = going(*store);
        if (!models)
            return console.giveUp(models.error());
        console.results() = {{"name", m_clinic}, {"deleted", m_sure}, {"models", *models}};
        const auto words = fmt::format("the clinic {}, {} models and its unfinished run, where there is one; what was "
                                       "done with it stays on record",
                                       m_clinic, models->size());
        if (!m_sure) {
            console.print(fmt::format("This would delete {}.", words));
            return console.giveUp({ErrorCode::InvalidArgument, {"delete", "it cannot be undone; add --yes"}, {}});
        }
        if (const auto removed = removeClinic(*store, m_clinic); !removed)
            return console.giveUp(removed.error());
        console.print(fmt::format("Deleted: {}.", words));
        return ExitStatus::Done;
    }

private:
    Result<nlohmann::ordered_json> going(ClinicStore& store) const {
        return store.read([&](StoreTables& tables) -> Result<nlohmann::ordered_json> {
            const auto clinic = tables.clinics.find(m_clinic);
            if (!clinic)
                return fail(ErrorCode::ClinicNotFound, {m_clinic});
            auto models = nlohmann::ordered_json::array();
            for (const auto& model : tables.models.of(clinic->id))
                if (model.state != ModelState::Discarded)
                    models.push_back((store.folderOf(*clinic) / model.file).string());
            return models;
        });
    }

    std::string m_clinic;
    bool m_sure = false;
};

class RollBack final : public Command {
public:
    std::string name() const override { return "rollback"; }
    std::string description() const override { return "Put an earlier model of a clinic to use again"; }
    void add(CLI::App& parser) override {
        parser.add_option("NAME", m_clinic, "The clinic")->required();
        parser.add_option("MODEL", m_model, "The model's number in 'clinics models', or the beginning of its SHA-256")
            ->required();
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::open(ClinicFolders::defaultRoot());
        const auto model = store ? rollBack(*store, m_clinic, m_model) : fail(store.error());
        if (!model)
            return console.giveUp(model.error());
        const auto file = store->modelInUse(m_clinic);
        if (!file)
            return console.giveUp(file.error());
        console.print(fmt::format("The clinic {} uses model {} of {} now: {}", m_clinic, model->id, model->created,
                                  file->string()));
        console.results() = {
            {"name", m_clinic}, {"id", model->id}, {"sha256", model->sha256}, {"model", file->string()}};
        return ExitStatus::Done;
    }

private:
    std::string m_clinic;
    std::string m_model;
};

} // namespace

std::vector<std::unique_ptr<Command>> makeClinicChanges() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<RollBack>());
    commands.push_back(std::make_unique<RenameClinic>());
    commands.push_back(std::make_unique<DuplicateClinic>());
    commands.push_back(std::make_unique<DeleteClinic>());
    return commands;
}

} // namespace limpid
