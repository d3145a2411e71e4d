// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_archives.h"

#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_import.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

class ExportClinic final : public Command {
public:
    std::string name() const override { return "export"; }
    std::string description() const override { return "Write a clinic with its models and records into one file"; }
    void add(CLI::App& parser) override {
        parser.add_option("NAME", m_clinic, "The clinic")->required();
        parser.add_option("FILE", m_file, "The file to write, a tar archive")->required();
        parser.add_flag("--with-names", m_options.withNames,
                        "Also the names of image files, which may be those of patients");
        parser.add_flag("--force", m_options.overwrite, "Replace a file that exists");
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        const auto written = store ? exportClinic(*store, m_clinic, m_file, m_options) : fail(store.error());
        if (!written)
            return console.giveUp(written.error());
        console.print(fmt::format("The clinic {} is in {}.", m_clinic, m_file));
        console.results() = {{"name", m_clinic}, {"file", m_file}, {"with_names", m_options.withNames}};
        return ExitStatus::Done;
    }

private:
    std::string m_clinic;
    std::string m_file;
    ClinicExportOptions m_options;
};

class ImportClinic final : public Command {
public:
    std::string name() const override { return "import"; }
    std::string description() const override { return "Take in a clinic that was exported"; }
    void add(CLI::App& parser) override {
        parser.add_option("FILE", m_file, "The exported clinic")->required();
        parser.add_option("--name", m_name, "Its name here, where not the one in the file");
    }
    ExitStatus run(Console& console) override {
        auto store = ClinicStore::open(ClinicFolders::defaultRoot());
        const auto name = store ? importClinic(*store, m_file, m_name) : fail(store.error());
        if (!name)
            return console.giveUp(name.error());
        const auto model = store->modelInUse(*name);
        console.print(fmt::format("The clinic {} was imported.", *name));
        console.results() = {{"name", *name},
                             {"model", model ? nlohmann::ordered_json(model->string()) : nlohmann::ordered_json()}};
        return ExitStatus::Done;
    }

private:
    std::string m_file;
    std::string m_name;
};

} // namespace

std::vector<std::unique_ptr<Command>> makeClinicArchives() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ExportClinic>());
    commands.push_back(std::make_unique<ImportClinic>());
    return commands;
}

} // namespace limpid
