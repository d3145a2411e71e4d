// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/store_check.h"

#include "storage/clinics/json_text.h"
#include "storage/clinics/run_digest.h"
#include "storage/clinics/sql_values.h"
#include "storage/sha256.h"

#include <algorithm>
#include <utility>

namespace limpid {

namespace {

using Json = nlohmann::ordered_json;

void checkDatabase(SQLite::Database& connection, StoreCheck& check) {
    SQLite::Statement integrity(connection, "PRAGMA integrity_check(10)");
    while (integrity.executeStep())
        if (const auto words = textOf(integrity.getColumn(0)); words != "ok")
            check.problems.push_back("the database is damaged: " + words);
    SQLite::Statement references(connection, "PRAGMA foreign_key_check");
    if (references.executeStep())
        check.problems.push_back("a row of the table " + textOf(references.getColumn(0)) +
                                 " names one that is not there");
}

std::string textIn(const Json& object, const char* key) {
    return object.contains(key) && object[key].is_string() ? object[key].get<std::string>() : std::string();
}

/// What the trail vouches for stands in the tables as it was.
Result<void> checkAgainstTrail(const StoreTables& tables, StoreCheck& check) {
    for (const auto& entry : tables.trail.entries()) {
        const auto content = Json::parse(entry.content, nullptr, false);
        if (!content.is_object())
            continue;
        if (content.contains("digest") && content.contains("run") && content["run"].is_number_integer()) {
            const auto run = content["run"].get<std::int64_t>();
            const auto digest = tables.runs.find(run) ? runDigest(tables.runs, run) : Result<std::string>();
            if (!digest)
                return fail(digest.error());
            ++check.runs;
            if (*digest != textIn(content, "digest"))
                check.problems.push_back("the record of run " + std::to_string(run) + " was changed");
        } else if (entry.action == "image written") {
            const auto found = tables.enhancements.ofImage(textIn(content, "output_sha256"), {});
            const bool there = std::any_of(found.begin(), found.end(), [&](const EnhancedFile& file) {
                return file.inputSha256 == textIn(content, "input_sha256") &&
                       file.modelSha256 == textIn(content, "model_sha256") &&
                       file.written == textIn(content, "written");
            });
            if (!there)
                check.problems.push_back("the record of an image that was written at " + textIn(content, "written") +
                                         " is missing or was changed");
        }
    }
    return {};
}

struct ModelFile {
    std::filesystem::path path;
    std::string sha256;
};

} // namespace

Result<StoreCheck> checkStore(ClinicStore& store) {
    std::vector<ModelFile> files;
    auto checked = store.read([&](StoreTables& tables) -> Result<StoreCheck> {
        StoreCheck check;
        checkDatabase(store.database().connection(), check);
        auto trail = tables.trail.check();
        if (!trail)
            return fail(std::move(trail.error()));
        check.trailEntries = trail->entries;
        if (!trail->problem.empty())
            check.problems.push_back(std::move(trail->problem));
        if (auto compared = checkAgainstTrail(tables, check); !compared)
            return fail(std::move(compared.error()));
        for (const auto& clinic : tables.clinics.all())
            for (const auto& model : tables.models.of(clinic.id))
                if (model.state != ModelState::Discarded)
                    files.push_back({store.folderOf(clinic) / model.file, model.sha256});
        return check;
    });
    if (!checked)
        return checked;
    // The files outside the transaction: they take time.
    for (const auto& file : files) {
        ++checked->models;
        const auto sum = sha256OfFile(file.path);
        if (!sum)
            checked->problems.push_back("the model " + file.path.string() + " cannot be read");
        else if (*sum != file.sha256)
            checked->problems.push_back("the model " + file.path.string() + " is not the file that was kept");
    }
    return checked;
}

} // namespace limpid
