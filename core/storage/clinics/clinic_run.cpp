// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_run.h"

#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/json_text.h"
#include "storage/clinics/run_digest.h"
#include "storage/sha256.h"
#include "task/utc_time.h"

#include <algorithm>
#include <set>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

Result<Clinic> findOrMake(ClinicStore& store, const ClinicRun::Start& start) {
    if (auto usable = ClinicFolders::requireName(start.clinic); !usable)
        return fail(std::move(usable.error()));
    return store.change([&](StoreTables& tables) -> Result<Clinic> {
        if (auto clinic = tables.clinics.find(start.clinic))
            return std::move(*clinic);
        if (start.resume)
            return fail(ErrorCode::ClinicNotFound, {start.clinic});
        const auto folder = freeFolder(store, tables, start.clinic);
        const auto id = tables.clinics.add(start.clinic, folder, utcNow());
        if (auto noted = tables.trail.note("clinic created", id, jsonText({{"name", start.clinic}})); !noted)
            return fail(std::move(noted.error()));
        return *tables.clinics.find(start.clinic);
    });
}

/// A name that no file of the clinic has or had, so that no model is ever written over another.
std::string freeModelFile(const StoreTables& tables, std::int64_t clinic, const fs::path& folder, std::string time) {
    std::set<std::string> taken;
    for (const auto& model : tables.models.of(clinic))
        taken.insert(model.file);
    for (const auto& run : tables.runs.of(clinic))
        taken.insert(run.modelFile);
    const auto isTaken = [&](const std::string& name) {
        std::error_code unknown;
        return taken.contains(name) || fs::exists(fs::symlink_status(folder / name, unknown));
    };
    std::erase_if(time, [](char c) { return c == '-' || c == ':'; });
    auto name = "model-" + time + ".safetensors";
    for (int number = 2; isTaken(name); ++number)
        name = "model-" + time + "-" + std::to_string(number) + ".safetensors";
    return name;
}

} // namespace

Result<ClinicRun> ClinicRun::begin(ClinicStore& store, const Start& start) {
    auto clinic = findOrMake(store, start);
    if (!clinic)
        return fail(std::move(clinic.error()));
    const auto folder = store.folderOf(*clinic);
    if (auto made = ClinicFolders::make(folder); !made)
        return fail(std::move(made.error()));
    ClinicFolders::flush(store.root());
    auto lock = ClinicLock::take(folder, start.clinic);
    if (!lock)
        return fail(std::move(lock.error()));
    ClinicRun run(store, std::move(*clinic), std::move(*lock));
    if (auto noted = run.note(start); !noted)
        return fail(std::move(noted.error()));
    return run;
}

Result<void> ClinicRun::note(const Start& start) {
    return m_store->change([&](StoreTables& tables) -> Result<void> {
        // It may have been deleted or renamed while the lock was waited for.
        const auto clinic = tables.clinics.find(start.clinic);
        if (!clinic || clinic->id != m_clinic.id)
            return fail(ErrorCode::ClinicNotFound, {start.clinic});
        const auto open = tables.runs.open(m_clinic.id);
        if (start.resume && open) {
            m_run = *tables.runs.find(*open);
            return tables.trail.note("run resumed", m_clinic.id, jsonText({{"run", m_run.id}}));
        }
        if (auto ended = endOpenRuns(tables, m_clinic.id); !ended)
            return ended;
        m_run = {};
        m_run.clinic = m_clinic.id;
        m_run.configuration = start.configuration;
        m_run.seed = start.seed;
        m_run.started = utcNow();
        m_run.modelFile = freeModelFile(tables, m_clinic.id, m_store->folderOf(m_clinic), m_run.started);
        m_run.id = tables.runs.add(m_run);
        return tables.trail.note("run started", m_clinic.id, jsonText({{"run", m_run.id}, {"seed", m_run.seed}}));
    });
}

fs::path ClinicRun::modelFile() const {
    return m_store->folderOf(m_clinic) / m_run.modelFile;
}

fs::path ClinicRun::stateFile() const {
    return m_store->folderOf(m_clinic) / ClinicFolders::stateFile;
}

Result<void> ClinicRun::finish(Ending ending) {
    std::string sha256;
    if (ending.modelWritten) {
        auto sum = sha256OfFile(modelFile());
        if (!sum)
            return fail(std::move(sum.error()));
        sha256 = std::move(*sum);
    }
    // The order in which the tables give them back.
    std::ranges::sort(ending.decisions, {}, &RunDecision::image);
    std::ranges::sort(ending.overrides, {}, &RunOverride::image);
    auto ended = m_run;
    ended.configuration = std::move(ending.configuration);
    ended.seed = ending.seed;
    ended.ended = utcNow();
    ended.outcome = ending.modelWritten ? "adapted" : "kept-old";
    ended.report = std::move(ending.report);
    auto digest = runDigest(ended, ending.decisions, ending.overrides);
    if (!digest)
        return fail(std::move(digest.error()));
    auto done = m_store->change([&](StoreTables& tables) -> Result<void> {
        tables.runs.end(ended);
        for (const auto& decision : ending.decisions)
            tables.runs.addDecision(ended.id, decision);
        for (const auto& decision : ending.overrides)
            tables.runs.addOverride(ended.id, decision);
        Json content{{"run", ended.id}, {"outcome", ended.outcome}, {"digest", *digest}};
        if (ending.modelWritten) {
            // An older model that nobody has answered about is out of date now.
            for (const auto& model : tables.models.of(m_clinic.id))
                if (model.state == ModelState::Candidate)
                    tables.models.setState(model.id, ModelState::Discarded);
            const auto model = tables.models.add({0, m_clinic.id, sha256, ended.modelFile, ending.parent, ended.id,
                                                  ended.ended, ending.use ? ModelState::Kept : ModelState::Candidate});
            if (ending.use)
                tables.clinics.use(m_clinic.id, model);
            content["model_sha256"] = sha256;
            content["parent_sha256"] = ending.parent;
            content["used"] = ending.use;
        }
        return tables.trail.note("run ended", m_clinic.id, jsonText(content));
    });
    if (done)
        m_run = std::move(ended);
    return done;
}

Result<void> ClinicRun::giveUp(bool cancelled, const std::string& why) {
    std::error_code unknown;
    const bool canGoOn = fs::exists(stateFile(), unknown);
    auto noted = m_store->change([&](StoreTables& tables) -> Result<void> {
        const Json content{{"run", m_run.id}, {"why", why}};
        if (canGoOn)
            return tables.trail.note("run interrupted", m_clinic.id, jsonText(content));
        m_run.ended = utcNow();
        m_run.outcome = cancelled ? "cancelled" : "failed";
        tables.runs.end(m_run);
        return tables.trail.note(cancelled ? "run cancelled" : "run failed", m_clinic.id, jsonText(content));
    });
    if (!noted)
        return noted;
    return eraseIfEmpty(*m_store, m_clinic);
}

} // namespace limpid
