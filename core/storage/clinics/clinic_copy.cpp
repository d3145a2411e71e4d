// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_copy.h"

#include "storage/clinics/json_text.h"
#include "storage/clinics/new_clinic.h"
#include "storage/file_opening.h"
#include "storage/sha256.h"
#include "task/atomic_file.h"

#include <filesystem>
#include <span>

namespace limpid {

namespace fs = std::filesystem;

namespace {

struct Original {
    Clinic clinic;
    std::vector<ClinicModel> models;
};

Result<Original> look(ClinicStore& store, const std::string& name) {
    return store.read([&](StoreTables& tables) -> Result<Original> {
        auto clinic = tables.clinics.find(name);
        if (!clinic)
            return fail(ErrorCode::ClinicNotFound, {name});
        Original original{std::move(*clinic), {}};
        original.models = tables.models.of(original.clinic.id);
        std::erase_if(original.models, [](const ClinicModel& model) { return model.state != ModelState::Kept; });
        return original;
    });
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    auto opened = openForReading(from);
    if (!opened)
        return fail(std::move(opened.error()));
    const auto source = [&](const ByteSink& sink) -> Result<void> {
        std::vector<char> piece(1U << 20U);
        while (opened->stream) {
            opened->stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            const auto count = static_cast<std::size_t>(opened->stream.gcount());
            if (auto taken = sink(std::as_bytes(std::span(piece.data(), count))); !taken)
                return taken;
        }
        return opened->stream.eof() ? Result<void>() : fail(ErrorCode::ReadFailed, {from.string()});
    };
    return writeFileAtomically(to, source);
}

} // namespace

Result<void> duplicateClinic(ClinicStore& store, const std::string& name, const std::string& newName) {
    auto original = look(store, name);
    if (!original)
        return fail(std::move(original.error()));
    auto copy = NewClinic::begin(store, newName);
    if (!copy)
        return fail(std::move(copy.error()));
    const auto folder = store.folderOf(original->clinic);
    for (const auto& model : original->models) {
        const auto file = copy->staging() / model.file;
        if (auto copied = copyFile(folder / model.file, file); !copied)
            return copied;
        const auto sum = sha256OfFile(file);
        if (!sum)
            return fail(sum.error());
        if (*sum != model.sha256)
            return fail(ErrorCode::ModelCorrupt, {(folder / model.file).string(), "it is not the file that was kept"});
    }
    return copy->enter([&](StoreTables& tables, std::int64_t clinic) -> Result<void> {
        for (auto model : original->models) {
            const bool used = original->clinic.model == model.id;
            model.clinic = clinic;
            const auto id = tables.models.add(model);
            if (used)
                tables.clinics.use(clinic, id);
        }
        const nlohmann::ordered_json content{{"name", newName}, {"from", original->clinic.id}, {"from_name", name}};
        return tables.trail.note("clinic duplicated", clinic, jsonText(content));
    });
}

} // namespace limpid
