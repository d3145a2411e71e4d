// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_catalog.h"

#include "paths.h"
#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_lock.h"

#include <QCoreApplication>
#include <spdlog/spdlog.h>

#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

void log(const char* doing, const Error& error) {
    spdlog::warn("{} while {}: {} {}", codeName(error.code), doing, englishSentence(error), error.detail);
}

} // namespace

ModelCatalog::ModelCatalog(Result<fs::path> base, fs::path clinicRoot)
    : m_base(std::move(base))
    , m_clinicRoot(std::move(clinicRoot)) {}

std::vector<CatalogEntry> ModelCatalog::baseEntries() const {
    std::vector<CatalogEntry> found;
    if (m_base)
        found.push_back({toQString(m_base->stem()), *m_base});
    return found;
}

std::vector<CatalogEntry> ModelCatalog::entries() const {
    auto found = baseEntries();
    auto store = ClinicStore::openToRead(m_clinicRoot);
    const auto clinics = store ? store->clinics() : fail(store.error());
    if (!clinics) {
        log("listing the clinics' models", clinics.error());
        return found;
    }
    for (const auto& clinic : *clinics) {
        if (auto model = store->modelInUse(clinic.name))
            found.push_back({QCoreApplication::translate("limpid::ModelCatalog", "%1 (adapted)")
                                 .arg(QString::fromStdString(clinic.name)),
                             std::move(*model)});
    }
    return found;
}

fs::path ModelCatalog::place(const std::string& clinic) const {
    return m_clinicRoot / clinic;
}

Result<void> ModelCatalog::requireName(const std::string& clinic) {
    return ClinicFolders::requireName(clinic);
}

Result<fs::path> ModelCatalog::acceptCandidate(const std::string& clinic) const {
    auto store = ClinicStore::open(m_clinicRoot);
    return store ? limpid::acceptCandidate(*store, clinic) : fail(std::move(store.error()));
}

void ModelCatalog::discardCandidate(const std::string& clinic) const {
    auto store = ClinicStore::open(m_clinicRoot);
    const auto done = store ? limpid::discardCandidate(*store, clinic) : fail(store.error());
    if (!done)
        log("turning down a model", done.error());
}

void ModelCatalog::discardUnfinished(const std::string& clinic) const {
    auto store = ClinicStore::open(m_clinicRoot);
    const auto done = store ? limpid::discardUnfinished(*store, clinic) : fail(store.error());
    if (!done)
        log("removing an unfinished run", done.error());
}

std::vector<ModelCatalog::LeftBehind> ModelCatalog::leftBehind() const {
    std::vector<LeftBehind> found;
    auto store = ClinicStore::openToRead(m_clinicRoot);
    const auto clinics = store ? store->clinics() : fail(store.error());
    if (!clinics)
        return found;
    for (const auto& clinic : *clinics) {
        const auto folder = store->folderOf(clinic);
        if (ClinicLock::holder(folder))
            continue;
        const auto waits = store->read(
            [&](StoreTables& tables) -> Result<bool> { return tables.models.candidate(clinic.id).has_value(); });
        LeftBehind left{clinic.name, folder / ClinicFolders::stateFile, waits.value_or(false)};
        std::error_code unknown;
        if (!fs::is_regular_file(left.state, unknown))
            left.state.clear();
        if (left.candidate || !left.state.empty())
            found.push_back(std::move(left));
    }
    return found;
}

} // namespace limpid
