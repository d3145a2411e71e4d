// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model_catalog.h"

#include "paths.h"
#include "task/atomic_file.h"

#include <QCoreApplication>

#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

constexpr auto candidateFile = "candidate.safetensors";

} // namespace

ModelCatalog::ModelCatalog(Result<fs::path> base, fs::path clinicRoot)
    : m_base(std::move(base))
    , m_clinicRoot(std::move(clinicRoot))
    , m_clinics(m_clinicRoot) {}

std::vector<CatalogEntry> ModelCatalog::entries() const {
    std::vector<CatalogEntry> found;
    if (m_base)
        found.push_back({toQString(m_base->stem()), *m_base});
    for (const auto& clinic : m_clinics.list()) {
        if (auto model = m_clinics.model(clinic))
            found.push_back({QCoreApplication::translate("limpid::ModelCatalog", "%1 (adapted)")
                                 .arg(QString::fromStdString(clinic)),
                             std::move(*model)});
    }
    return found;
}

fs::path ModelCatalog::modelPath(const std::string& clinic) const {
    return m_clinicRoot / clinic / ClinicFolders::modelFile;
}

Result<fs::path> ModelCatalog::candidatePath(const std::string& clinic) const {
    auto folder = m_clinics.open(clinic);
    if (!folder)
        return fail(std::move(folder.error()));
    return *folder / candidateFile;
}

Result<fs::path> ModelCatalog::acceptCandidate(const std::string& clinic) const {
    auto candidate = candidatePath(clinic);
    if (!candidate)
        return candidate;
    auto model = modelPath(clinic);
    std::error_code error;
    fs::rename(*candidate, model, error);
    if (error)
        return fail(ErrorCode::WriteFailed, {model.string()}, error.message());
    return model;
}

void ModelCatalog::discardCandidate(const std::string& clinic) const {
    std::error_code ignored;
    fs::remove(m_clinicRoot / clinic / candidateFile, ignored);
    fs::remove(m_clinicRoot / clinic, ignored); // only goes if it is empty
}

fs::path ModelCatalog::statePath(const std::string& clinic) const {
    return m_clinicRoot / clinic / ClinicFolders::stateFile;
}

bool ModelCatalog::hasCandidate(const std::string& clinic) const {
    std::error_code unknown;
    return fs::is_regular_file(m_clinicRoot / clinic / candidateFile, unknown);
}

void ModelCatalog::discardUnfinished(const std::string& clinic) const {
    std::error_code ignored;
    fs::remove(statePath(clinic), ignored);
    // What was being written when the program went down.
    removeLeftovers(m_clinicRoot / clinic);
    fs::remove(m_clinicRoot / clinic, ignored); // only goes if it is empty
}

} // namespace limpid
