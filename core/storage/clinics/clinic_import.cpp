// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_import.h"

#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_manifest.h"
#include "storage/clinics/json_text.h"
#include "storage/clinics/new_clinic.h"
#include "storage/clinics/run_digest.h"
#include "storage/file_opening.h"
#include "storage/sha256.h"
#include "task/atomic_file.h"

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace limpid {

namespace fs = std::filesystem;

namespace {

/// Inside the new clinic's folder.
std::string importedFile(const std::string& sha256) {
    constexpr std::size_t shown = 16;
    return "imported-" + sha256.substr(0, shown) + ".safetensors";
}

/// libarchive reading plain tar archives and nothing else: no compression that could swell, no other format.
class ArchiveReader {
public:
    explicit ArchiveReader(fs::path path)
        : m_path(std::move(path))
        , m_archive(archive_read_new()) {}

    Result<void> open() {
        constexpr std::size_t blockBytes = 1U << 16U;
        if (!m_archive || archive_read_support_format_tar(m_archive.get()) != ARCHIVE_OK ||
            archive_read_open_filename(m_archive.get(), m_path.c_str(), blockBytes) != ARCHIVE_OK)
            return unusable("it is no archive of Limpid");
        return {};
    }

    struct Entry {
        std::string name;
        std::uint64_t bytes = 0;
    };
    /// The next regular file; nothing at the end. Links, devices, folders and files with holes are refused.
    Result<std::optional<Entry>> next() {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(m_archive.get(), &entry);
        if (status == ARCHIVE_EOF)
            return std::nullopt;
        if (status != ARCHIVE_OK)
            return fail(unusable("it is damaged").error());
        const char* name = archive_entry_pathname(entry);
        const bool plain = archive_entry_filetype(entry) == AE_IFREG && archive_entry_hardlink(entry) == nullptr &&
                           archive_entry_symlink(entry) == nullptr && archive_entry_sparse_count(entry) == 0 &&
                           archive_entry_size_is_set(entry) != 0 && archive_entry_size(entry) >= 0;
        if (name == nullptr || !plain)
            return fail(unusable("it holds something that is no plain file").error());
        return Entry{name, static_cast<std::uint64_t>(archive_entry_size(entry))};
    }

    /// Hands the whole contents of the entry, which must be `bytes` long, to the sink.
    Result<void> read(std::uint64_t bytes, const ByteSink& sink) {
        std::vector<char> piece(1U << 20U);
        std::uint64_t seen = 0;
        for (;;) {
            const auto count = archive_read_data(m_archive.get(), piece.data(), piece.size());
            if (count == 0)
                break;
            if (count < 0)
                return unusable("it breaks off or is damaged");
            seen += static_cast<std::uint64_t>(count);
            if (seen > bytes)
                break;
            if (auto taken = sink(std::as_bytes(std::span(piece.data(), static_cast<std::size_t>(count)))); !taken)
                return taken;
        }
        return seen == bytes ? Result<void>() : unusable("a file in it has another size than it says");
    }

    Result<void> unusable(const std::string& why) const {
        const char* detail = m_archive ? archive_error_string(m_archive.get()) : nullptr;
        return fail(ErrorCode::ArchiveUnusable, {m_path.string(), why}, detail != nullptr ? detail : "");
    }

private:
    struct Free {
        void operator()(archive* opened) const { archive_read_free(opened); }
    };
    fs::path m_path;
    std::unique_ptr<archive, Free> m_archive;
};

Result<ClinicManifest> readManifest(ArchiveReader& archive, const fs::path& file) {
    auto entry = archive.next();
    if (!entry)
        return fail(std::move(entry.error()));
    if (!*entry || (*entry)->name != manifestName || (*entry)->bytes > ClinicManifest::mostBytes)
        return fail(archive.unusable("it does not begin with a list of its contents").error());
    std::string json;
    auto read = archive.read((*entry)->bytes, [&json](std::span<const std::byte> bytes) -> Result<void> {
        json.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return {};
    });
    if (!read)
        return fail(std::move(read.error()));
    return ClinicManifest::fromJson(json, file.string());
}

Result<void> readModels(ArchiveReader& archive, const ClinicManifest& manifest, const fs::path& staging) {
    std::map<std::string, const ClinicManifest::Model*> wanted;
    for (const auto& model : manifest.models)
        wanted[archivedModelName(model.sha256)] = &model;
    for (;;) {
        auto entry = archive.next();
        if (!entry)
            return fail(std::move(entry.error()));
        if (!*entry)
            break;
        // The name is only ever compared.
        const auto found = wanted.find((*entry)->name);
        if (found == wanted.end() || found->second->bytes != (*entry)->bytes)
            return archive.unusable("it holds a file that its list of contents does not name like this");
        const auto& model = *found->second;
        wanted.erase(found);
        const auto target = staging / importedFile(model.sha256);
        const auto source = [&](const ByteSink& sink) {
            return archive.read(model.bytes, sink);
        };
        if (auto written = writeFileAtomically(target, source); !written)
            return written;
        const auto sum = sha256OfFile(target);
        if (!sum)
            return fail(sum.error());
        if (*sum != model.sha256)
            return archive.unusable("a model in it is not what its checksum says");
    }
    return wanted.empty() ? Result<void>() : archive.unusable("a model that it names is missing");
}

Result<void> enterRuns(StoreTables& tables, const ClinicManifest& manifest, std::int64_t clinic,
                       std::vector<std::int64_t>& numbers) {
    for (const auto& run : manifest.runs) {
        auto record = run.record;
        record.clinic = clinic;
        // A run that is open here could be gone on with, and this one's state is elsewhere.
        if (record.ended.empty())
            record.ended = record.started;
        numbers.push_back(tables.runs.add(record));
        for (const auto& decision : run.decisions)
            tables.runs.addDecision(numbers.back(), decision);
        for (const auto& decision : run.overrides)
            tables.runs.addOverride(numbers.back(), decision);
        auto digest = runDigest(tables.runs, numbers.back());
        if (!digest)
            return fail(std::move(digest.error()));
        if (auto noted = tables.trail.note("run taken over", clinic,
                                           jsonText({{"run", numbers.back()}, {"digest", std::move(*digest)}}));
            !noted)
            return noted;
    }
    return {};
}

Result<void> enter(StoreTables& tables, const ClinicManifest& manifest, std::int64_t clinic,
                   const std::string& archiveSha256) {
    auto hashes = nlohmann::ordered_json::array();
    for (const auto& model : manifest.models)
        hashes.push_back(model.sha256);
    if (auto noted = tables.trail.note(
            "clinic imported", clinic,
            jsonText({{"name", manifest.name}, {"archive_sha256", archiveSha256}, {"models", std::move(hashes)}}));
        !noted)
        return noted;
    std::vector<std::int64_t> runs;
    if (auto entered = enterRuns(tables, manifest, clinic, runs); !entered)
        return entered;
    for (const auto& model : manifest.models) {
        std::optional<std::int64_t> run;
        if (model.run)
            run = runs[*model.run];
        const auto id = tables.models.add(
            {0, clinic, model.sha256, importedFile(model.sha256), model.parent, run, model.created, ModelState::Kept});
        if (model.sha256 == manifest.inUse)
            tables.clinics.use(clinic, id);
    }
    for (auto file : manifest.enhancements) {
        file.clinic = clinic;
        tables.enhancements.add(file);
    }
    return {};
}

} // namespace

Result<std::string> importClinic(ClinicStore& store, const fs::path& file, const std::string& newName) {
    // A pipe or a device in the place of the file would be read for ever.
    if (auto opened = openForReading(file); !opened) {
        auto& error = opened.error();
        return error.code == ErrorCode::ModelCorrupt
                   ? fail(ErrorCode::ArchiveUnusable, {file.string(), "it is no regular file"})
                   : fail(std::move(error));
    }
    auto sum = sha256OfFile(file);
    if (!sum)
        return fail(std::move(sum.error()));
    ArchiveReader archive(file);
    if (auto opened = archive.open(); !opened)
        return fail(std::move(opened.error()));
    auto manifest = readManifest(archive, file);
    if (!manifest)
        return fail(std::move(manifest.error()));
    if (!newName.empty())
        manifest->name = newName;
    auto clinic = NewClinic::begin(store, manifest->name);
    if (!clinic)
        return fail(std::move(clinic.error()));
    if (auto read = readModels(archive, *manifest, clinic->staging()); !read)
        return fail(std::move(read.error()));
    auto entered = clinic->enter(
        [&](StoreTables& tables, std::int64_t id) -> Result<void> { return enter(tables, *manifest, id, *sum); });
    if (!entered)
        return fail(std::move(entered.error()));
    return manifest->name;
}

} // namespace limpid
