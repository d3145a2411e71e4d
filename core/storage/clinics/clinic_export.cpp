// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_export.h"

#include "storage/clinics/clinic_manifest.h"
#include "storage/file_opening.h"
#include "storage/sha256.h"
#include "task/atomic_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <utility>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

namespace {

struct Gathered {
    ClinicManifest manifest;
    std::map<std::string, fs::path> files; ///< By hash.
};

/// Of equal models the youngest counts.
std::vector<ClinicModel> distinctModels(const StoreTables& tables, std::int64_t clinic) {
    auto models = tables.models.of(clinic);
    std::set<std::string> seen;
    std::vector<ClinicModel> distinct;
    for (auto model = models.rbegin(); model != models.rend(); ++model)
        if (model->state == ModelState::Kept && seen.insert(model->sha256).second)
            distinct.insert(distinct.begin(), std::move(*model));
    return distinct;
}

Result<Gathered> gather(ClinicStore& store, const std::string& name) {
    return store.read([&](StoreTables& tables) -> Result<Gathered> {
        const auto clinic = tables.clinics.find(name);
        if (!clinic)
            return fail(ErrorCode::ClinicNotFound, {name});
        Gathered gathered;
        gathered.manifest.name = name;
        std::map<std::int64_t, std::size_t> places;
        for (auto& run : tables.runs.of(clinic->id)) {
            if (run.ended.empty())
                continue;
            const auto id = run.id;
            places[id] = gathered.manifest.runs.size();
            gathered.manifest.runs.push_back({std::move(run), tables.runs.decisions(id), tables.runs.overrides(id)});
        }
        for (const auto& model : distinctModels(tables, clinic->id)) {
            std::optional<std::size_t> run;
            if (model.run && places.contains(*model.run))
                run = places[*model.run];
            gathered.manifest.models.push_back({model.sha256, model.parent, model.created, 0, run});
            gathered.files[model.sha256] = store.folderOf(*clinic) / model.file;
        }
        if (const auto used = clinic->model ? tables.models.find(*clinic->model) : std::nullopt)
            gathered.manifest.inUse = used->sha256;
        gathered.manifest.enhancements = tables.enhancements.of(clinic->id);
        return gathered;
    });
}

/// Every model as it was kept, and how large it is.
Result<void> checkModels(Gathered& gathered) {
    for (auto& model : gathered.manifest.models) {
        const auto& file = gathered.files[model.sha256];
        const auto sum = sha256OfFile(file);
        if (!sum)
            return fail(sum.error());
        if (*sum != model.sha256)
            return fail(ErrorCode::ModelCorrupt, {file.string(), "it is not the file that was kept"});
        std::error_code error;
        model.bytes = fs::file_size(file, error);
        if (error)
            return fail(ErrorCode::ReadFailed, {file.string()}, error.message());
    }
    return {};
}

/// libarchive writing into a sink. The sink's own error is passed on.
class ArchiveWriter {
public:
    explicit ArchiveWriter(const ByteSink& sink)
        : m_sink(sink)
        , m_archive(archive_write_new()) {}

    Result<void> open() {
        if (!m_archive || archive_write_set_format_pax_restricted(m_archive.get()) != ARCHIVE_OK ||
            archive_write_open(m_archive.get(), this, nullptr, take, nullptr) != ARCHIVE_OK)
            return failed();
        return {};
    }

    Result<void> begin(const std::string& name, std::uint64_t bytes) {
        const std::unique_ptr<archive_entry, decltype(&archive_entry_free)> entry(archive_entry_new(),
                                                                                  archive_entry_free);
        constexpr unsigned readable = 0644;
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), readable);
        return archive_write_header(m_archive.get(), entry.get()) == ARCHIVE_OK ? Result<void>() : failed();
    }

    Result<void> write(const char* bytes, std::size_t count) {
        const auto written = archive_write_data(m_archive.get(), bytes, count);
        return written == static_cast<la_ssize_t>(count) ? Result<void>() : failed();
    }

    Result<void> close() { return archive_write_close(m_archive.get()) == ARCHIVE_OK ? Result<void>() : failed(); }

private:
    struct Free {
        void operator()(archive* opened) const { archive_write_free(opened); }
    };

    static la_ssize_t take(archive* /*opened*/, void* self, const void* bytes, std::size_t count) {
        auto& writer = *static_cast<ArchiveWriter*>(self);
        if (!writer.m_taken)
            return -1;
        writer.m_taken = writer.m_sink(std::span(static_cast<const std::byte*>(bytes), count));
        return writer.m_taken ? static_cast<la_ssize_t>(count) : -1;
    }

    Result<void> failed() const {
        if (!m_taken)
            return m_taken;
        const char* why = m_archive ? archive_error_string(m_archive.get()) : nullptr;
        return fail(ErrorCode::Internal, {"writing an archive"}, why != nullptr ? why : "");
    }

    const ByteSink& m_sink;
    Result<void> m_taken;
    std::unique_ptr<archive, Free> m_archive; ///< Last: freeing it may write.
};

Result<void> writeModel(ArchiveWriter& archive, const ClinicManifest::Model& model, const fs::path& file) {
    auto opened = openForReading(file);
    if (!opened)
        return fail(std::move(opened.error()));
    if (auto begun = archive.begin(archivedModelName(model.sha256), model.bytes); !begun)
        return begun;
    std::vector<char> piece(1U << 20U);
    std::uint64_t left = model.bytes;
    while (left > 0) {
        const auto next = static_cast<std::streamsize>(std::min<std::uint64_t>(left, piece.size()));
        if (!opened->stream.read(piece.data(), next))
            return fail(ErrorCode::ReadFailed, {file.string()});
        if (auto written = archive.write(piece.data(), static_cast<std::size_t>(next)); !written)
            return written;
        left -= static_cast<std::uint64_t>(next);
    }
    return {};
}

} // namespace

std::string archivedModelName(const std::string& sha256) {
    return "models/" + sha256 + ".safetensors";
}

Result<void> exportClinic(ClinicStore& store, const std::string& name, const fs::path& file,
                          const ClinicExportOptions& options) {
    auto gathered = gather(store, name);
    if (!gathered)
        return fail(std::move(gathered.error()));
    if (auto checked = checkModels(*gathered); !checked)
        return checked;
    if (!options.withNames)
        gathered->manifest.removeNames();
    const auto manifest = gathered->manifest.toJson();
    if (manifest.size() > ClinicManifest::mostBytes)
        return fail(ErrorCode::InvalidArgument, {"The clinic " + name, "its records are too large for one file"});
    const auto source = [&](const ByteSink& sink) -> Result<void> {
        ArchiveWriter archive(sink);
        if (auto opened = archive.open(); !opened)
            return opened;
        if (auto begun = archive.begin(manifestName, manifest.size()); !begun)
            return begun;
        if (auto written = archive.write(manifest.data(), manifest.size()); !written)
            return written;
        for (const auto& model : gathered->manifest.models)
            if (auto written = writeModel(archive, model, gathered->files[model.sha256]); !written)
                return written;
        return archive.close();
    };
    return writeFileAtomically(file, source, options.overwrite);
}

} // namespace limpid
