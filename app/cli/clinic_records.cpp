// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clinic_records.h"

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/image_history.h"
#include "storage/clinics/store_check.h"

#include <CLI/CLI.hpp>
#include <spdlog/fmt/fmt.h>

namespace limpid {

namespace {

using Json = nlohmann::ordered_json;

class ClinicModels final : public Command {
public:
    std::string name() const override { return "models"; }
    std::string description() const override { return "List a clinic's models; the one in use is marked"; }
    void add(CLI::App& parser) override { parser.add_option("NAME", m_clinic, "The clinic")->required(); }

    ExitStatus run(Console& console) override {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        const auto clinic = store ? store->clinic(m_clinic) : fail(store.error());
        if (!clinic)
            return console.giveUp(clinic.error());
        const auto models = store->read(
            [&](StoreTables& tables) -> Result<std::vector<ClinicModel>> { return tables.models.of(clinic->id); });
        if (!models)
            return console.giveUp(models.error());
        auto list = Json::array();
        for (const auto& model : *models) {
            if (model.state == ModelState::Discarded)
                continue;
            const bool used = clinic->model == model.id;
            const auto file = (store->folderOf(*clinic) / model.file).string();
            list.push_back({{"id", model.id},
                            {"sha256", model.sha256},
                            {"parent_sha256", model.parent.empty() ? Json() : Json(model.parent)},
                            {"created", model.created},
                            {"run", model.run ? Json(*model.run) : Json()},
                            {"state", std::string(modelStateName(model.state))},
                            {"in_use", used},
                            {"path", file}});
            console.print(fmt::format("{} {:>4}  {}  {:.12}  from {:.12}  {}", used ? '*' : ' ', model.id,
                                      model.created, model.sha256, model.parent.empty() ? "unknown" : model.parent,
                                      model.state == ModelState::Candidate ? file + " (waits for an answer)" : file));
        }
        console.results() = {{"name", m_clinic}, {"models", std::move(list)}};
        return ExitStatus::Done;
    }

private:
    std::string m_clinic;
};

class HistoryOfImage final : public Command {
public:
    std::string name() const override { return "history"; }
    std::string description() const override { return "Everything that was done to one image"; }
    void add(CLI::App& parser) override {
        parser.add_option("IMAGE", m_image, "An image file (its contents count), a SHA-256, or a file's name")
            ->required();
    }

    ExitStatus run(Console& console) override {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        const auto history = store ? historyOf(*store, m_image) : fail(store.error());
        if (!history)
            return console.giveUp(history.error());
        console.results() = {{"image", m_image},
                             {"sha256", history->sha256.empty() ? Json() : Json(history->sha256)},
                             {"enhancements", enhancements(*history, console)},
                             {"decisions", decisions(*history, console)},
                             {"overrides", overrides(*history, console)}};
        if (history->enhancements.empty() && history->decisions.empty() && history->overrides.empty())
            console.say("Nothing is on record about this image.");
        return ExitStatus::Done;
    }

private:
    static Json enhancements(const ImageHistory& history, Console& console) {
        auto list = Json::array();
        for (const auto& [file, clinic] : history.enhancements) {
            list.push_back({{"written", file.written},
                            {"input", file.input},
                            {"input_sha256", file.inputSha256},
                            {"output", file.output},
                            {"output_sha256", file.outputSha256},
                            {"model_sha256", file.modelSha256},
                            {"clinic", clinic.empty() ? Json() : Json(clinic)},
                            {"parameters", Json::parse(file.parameters, nullptr, false)},
                            {"program", file.program},
                            {"device", file.device}});
            console.print(fmt::format("{}  {} was enhanced to {} by the model {:.12}{}", file.written, file.input,
                                      file.output, file.modelSha256,
                                      clinic.empty() ? std::string() : " of the clinic " + clinic));
        }
        return list;
    }

    static Json decisions(const ImageHistory& history, Console& console) {
        auto list = Json::array();
        for (const auto& [decision, clinic, run] : history.decisions) {
            list.push_back({{"run", run.id},
                            {"ended", run.ended},
                            {"clinic", clinic},
                            {"image", decision.image},
                            {"input_sha256", decision.inputSha256},
                            {"accepted", decision.accepted},
                            {"reason", decision.reason},
                            {"scores", Json::parse(decision.scores, nullptr, false)}});
            console.print(fmt::format("{}  run {} of the clinic {}: {} was {} by the picker: {}", run.ended, run.id,
                                      clinic, decision.image, decision.accepted ? "accepted" : "rejected",
                                      decision.reason));
        }
        return list;
    }

    static Json overrides(const ImageHistory& history, Console& console) {
        auto list = Json::array();
        for (const auto& [decision, clinic, run] : history.overrides) {
            list.push_back({{"run", run.id},
                            {"ended", run.ended},
                            {"clinic", clinic},
                            {"image", decision.image},
                            {"input_sha256", decision.inputSha256},
                            {"decision", decision.pick ? "pick" : "reject"}});
            console.print(fmt::format("{}  run {} of the clinic {}: {} was {} by hand", run.ended, run.id, clinic,
                                      decision.image, decision.pick ? "picked" : "rejected"));
        }
        return list;
    }

    std::string m_image;
};

class VerifyStore final : public Command {
public:
    std::string name() const override { return "verify"; }
    std::string description() const override {
        return "Check the database, the audit trail, the runs' records and every model against its SHA-256";
    }
    void add(CLI::App&) override {}

    ExitStatus run(Console& console) override {
        auto store = ClinicStore::openToRead(ClinicFolders::defaultRoot());
        const auto check = store ? checkStore(*store) : fail(store.error());
        if (!check)
            return console.giveUp(check.error());
        const auto file = store->database().file().string();
        console.results() = {{"trail_entries", check->trailEntries},
                             {"models", check->models},
                             {"runs", check->runs},
                             {"sound", check->problems.empty()},
                             {"problems", check->problems}};
        for (const auto& problem : check->problems)
            console.fail(file, {ErrorCode::StoreDamaged, {file, problem}, {}});
        if (check->problems.empty())
            console.print(fmt::format("All is as it was written: {} entries of the audit trail, {} runs, {} models.",
                                      check->trailEntries, check->runs, check->models));
        return check->problems.empty() ? ExitStatus::Done : ExitStatus::SomeFailed;
    }
};

} // namespace

std::vector<std::unique_ptr<Command>> makeClinicRecords() {
    std::vector<std::unique_ptr<Command>> commands;
    commands.push_back(std::make_unique<ClinicModels>());
    commands.push_back(std::make_unique<HistoryOfImage>());
    commands.push_back(std::make_unique<VerifyStore>());
    return commands;
}

} // namespace limpid
