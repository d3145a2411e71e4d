// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_changes.h"

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_lock.h"
#include "storage/clinics/json_text.h"
#include "storage/sha256.h"
#include "task/atomic_file.h"
#include "task/utc_time.h"

#include <optional>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

Result<Clinic> clinicIn(const StoreTables& tables, const std::string& name) {
    auto clinic = tables.clinics.find(name);
    if (!clinic)
        return fail(ErrorCode::ClinicNotFound, {name});
    return std::move(*clinic);
}

/// The clinic with its lock; its folder is made where it went missing.
struct Held {
    Clinic clinic;
    ClinicLock lock;
};

Result<Held> hold(ClinicStore& store, const std::string& name) {
    auto clinic = store.clinic(name);
    if (!clinic)
        return fail(std::move(clinic.error()));
    if (auto made = ClinicFolders::make(store.folderOf(*clinic)); !made)
        return fail(std::move(made.error()));
    auto lock = ClinicLock::take(store.folderOf(*clinic), name);
    if (!lock)
        return fail(std::move(lock.error()));
    return Held{std::move(*clinic), std::move(*lock)};
}

/// For whoever holds the lock.
Result<void> erase(ClinicStore& store, const Clinic& clinic) {
    auto marked = store.change([&](StoreTables& tables) -> Result<void> {
        auto hashes = Json::array();
        for (const auto& model : tables.models.of(clinic.id)) {
            if (model.state != ModelState::Discarded)
                hashes.push_back(model.sha256);
            tables.models.setState(model.id, ModelState::Discarded);
        }
        if (auto ended = endOpenRuns(tables, clinic.id); !ended)
            return ended;
        tables.clinics.markDeleted(clinic.id, utcNow());
        return tables.trail.note("clinic deleted", clinic.id,
                                 jsonText({{"name", clinic.name}, {"models", std::move(hashes)}}));
    });
    if (!marked)
        return marked;
    // From here on the next opening finishes what does not succeed.
    std::error_code error;
    fs::remove_all(store.folderOf(clinic), error);
    if (error)
        return {};
    ClinicFolders::flush(store.root());
    return store.change([&](StoreTables& tables) -> Result<void> {
        tables.clinics.releaseFolder(clinic.id);
        return {};
    });
}

void removeFile(const fs::path& file) {
    std::error_code ignored; // The next opening removes it.
    fs::remove(file, ignored);
}

} // namespace

Result<void> renameClinic(ClinicStore& store, const std::string& name, const std::string& newName) {
    if (auto usable = ClinicFolders::requireName(newName); !usable)
        return usable;
    const auto held = hold(store, name);
    if (!held)
        return fail(held.error());
    return store.change([&](StoreTables& tables) -> Result<void> {
        if (tables.clinics.find(newName))
            return fail(ErrorCode::ClinicExists, {newName});
        tables.clinics.rename(held->clinic.id, newName);
        return tables.trail.note("clinic renamed", held->clinic.id, jsonText({{"from", name}, {"to", newName}}));
    });
}

Result<void> removeClinic(ClinicStore& store, const std::string& name) {
    const auto held = hold(store, name);
    if (!held)
        return fail(held.error());
    return erase(store, held->clinic);
}

Result<ClinicModel> findModel(ClinicStore& store, const std::string& name, const std::string& wanted) {
    return store.read([&](StoreTables& tables) -> Result<ClinicModel> {
        constexpr std::size_t fewestDigits = 6;
        const auto clinic = clinicIn(tables, name);
        if (!clinic)
            return fail(clinic.error());
        std::optional<ClinicModel> found;
        for (const auto& model : tables.models.of(clinic->id)) {
            const bool fits = std::to_string(model.id) == wanted ||
                              (wanted.size() >= fewestDigits && model.sha256.starts_with(wanted));
            if (!fits || model.state == ModelState::Discarded)
                continue;
            // Equal models are one and the same to whoever asks by their hash.
            if (found && found->sha256 != model.sha256)
                return fail(ErrorCode::InvalidArgument, {"The model " + wanted, "several models of the clinic fit it"});
            found = model;
        }
        if (!found)
            return fail(ErrorCode::InvalidArgument,
                        {"The model " + wanted, "the clinic " + name + " has no such model"});
        return std::move(*found);
    });
}

Result<ClinicModel> rollBack(ClinicStore& store, const std::string& name, const std::string& wanted) {
    const auto clinic = store.clinic(name);
    if (!clinic)
        return fail(clinic.error());
    auto model = findModel(store, name, wanted);
    if (!model)
        return model;
    const auto file = store.folderOf(*clinic) / model->file;
    const auto sum = sha256OfFile(file);
    if (!sum)
        return fail(sum.error());
    if (*sum != model->sha256)
        return fail(ErrorCode::ModelCorrupt, {file.string(), "it is not the file that was kept"});
    return store.change([&](StoreTables& tables) -> Result<ClinicModel> {
        const auto now = clinicIn(tables, name);
        const auto still = tables.models.find(model->id);
        if (!now || !still || still->clinic != now->id || still->state == ModelState::Discarded)
            return fail(ErrorCode::InvalidArgument, {"The model " + wanted, "it has just been removed"});
        tables.models.setState(model->id, ModelState::Kept);
        tables.clinics.use(now->id, model->id);
        if (auto noted = tables.trail.note("model put to use", now->id,
                                           jsonText({{"model_sha256", model->sha256}, {"rollback", true}}));
            !noted)
            return fail(noted.error());
        return *tables.models.find(model->id);
    });
}

Result<fs::path> acceptCandidate(ClinicStore& store, const std::string& name) {
    return store.change([&](StoreTables& tables) -> Result<fs::path> {
        const auto clinic = clinicIn(tables, name);
        if (!clinic)
            return fail(clinic.error());
        const auto candidate = tables.models.candidate(clinic->id);
        if (!candidate)
            return fail(ErrorCode::ModelNotFound, {"for the clinic " + name});
        tables.models.setState(candidate->id, ModelState::Kept);
        tables.clinics.use(clinic->id, candidate->id);
        if (auto noted =
                tables.trail.note("model put to use", clinic->id, jsonText({{"model_sha256", candidate->sha256}}));
            !noted)
            return fail(std::move(noted.error()));
        return store.folderOf(*clinic) / candidate->file;
    });
}

Result<void> discardCandidate(ClinicStore& store, const std::string& name) {
    fs::path file;
    auto discarded = store.change([&](StoreTables& tables) -> Result<void> {
        const auto clinic = tables.clinics.find(name);
        const auto candidate = clinic ? tables.models.candidate(clinic->id) : std::nullopt;
        if (!candidate)
            return {};
        file = store.folderOf(*clinic) / candidate->file;
        tables.models.setState(candidate->id, ModelState::Discarded);
        return tables.trail.note("model turned down", clinic->id, jsonText({{"model_sha256", candidate->sha256}}));
    });
    if (!discarded || file.empty())
        return discarded;
    removeFile(file);
    // Where another program has the lock, the clinic is about to have something.
    const auto held = hold(store, name);
    return held ? eraseIfEmpty(store, held->clinic) : Result<void>();
}

Result<void> discardUnfinished(ClinicStore& store, const std::string& name) {
    const auto held = hold(store, name);
    if (!held)
        return fail(held.error());
    auto ended =
        store.change([&](StoreTables& tables) -> Result<void> { return endOpenRuns(tables, held->clinic.id); });
    if (!ended)
        return ended;
    const auto folder = store.folderOf(held->clinic);
    removeFile(folder / ClinicFolders::stateFile);
    removeLeftovers(folder); // what was being written when the program went down
    return eraseIfEmpty(store, held->clinic);
}

Result<void> eraseIfEmpty(ClinicStore& store, const Clinic& clinic) {
    std::error_code unknown;
    if (fs::exists(store.folderOf(clinic) / ClinicFolders::stateFile, unknown))
        return {};
    auto models = store.read(
        [&](StoreTables& tables) -> Result<std::vector<ClinicModel>> { return tables.models.of(clinic.id); });
    if (!models)
        return fail(std::move(models.error()));
    for (const auto& model : *models)
        if (model.state != ModelState::Discarded)
            return {};
    return erase(store, clinic);
}

Result<void> endOpenRuns(StoreTables& tables, std::int64_t clinic) {
    for (auto open = tables.runs.open(clinic); open; open = tables.runs.open(clinic)) {
        auto run = *tables.runs.find(*open);
        run.ended = utcNow();
        run.outcome = "interrupted";
        tables.runs.end(run);
        if (auto noted = tables.trail.note("run abandoned", clinic, jsonText({{"run", run.id}})); !noted)
            return noted;
    }
    return {};
}

std::string freeFolder(const ClinicStore& store, const StoreTables& tables, const std::string& name) {
    const auto taken = [&](const std::string& folder) {
        std::error_code unknown;
        return tables.clinics.ownsFolder(folder) || fs::exists(store.root() / folder, unknown) ||
               fs::exists(store.root() / (ClinicFolders::stagingPrefix + folder), unknown);
    };
    auto folder = name;
    for (int number = 2; taken(folder); ++number)
        folder = name + "-" + std::to_string(number);
    return folder;
}

} // namespace limpid
