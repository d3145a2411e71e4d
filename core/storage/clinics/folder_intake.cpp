// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/folder_intake.h"

#include "storage/clinics/clinic_folders.h"
#include "storage/clinics/clinic_store.h"
#include "storage/clinics/json_text.h"
#include "storage/file_opening.h"
#include "storage/sha256.h"
#include "task/utc_time.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <system_error>

namespace limpid {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t hashDigits = 64;

std::string readAtMost(const fs::path& file, std::uint64_t offset, std::uint64_t most) {
    auto opened = openForReading(file);
    if (!opened || opened->bytes <= offset)
        return {};
    std::string text(static_cast<std::size_t>(std::min(most, opened->bytes - offset)), '\0');
    opened->stream.seekg(static_cast<std::streamoff>(offset));
    opened->stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    return opened->stream ? text : std::string();
}

std::string hashIn(const Json& object, const char* key) {
    if (!object.is_object() || !object.contains(key) || !object[key].is_string())
        return {};
    const auto text = object[key].get<std::string>();
    return text.size() == hashDigits ? text : std::string();
}

/// The parent that a model names in its metadata; empty where it names none or is no model. That is for information,
/// so nothing else of the file is checked here.
std::string parentOf(const fs::path& model) {
    constexpr std::uint64_t longestHeader = 16U << 20U;
    constexpr std::uint64_t lengthBytes = 8;
    const auto bytes = readAtMost(model, 0, lengthBytes);
    if (bytes.size() != lengthBytes)
        return {};
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    if (length > longestHeader)
        return {};
    const auto header = Json::parse(readAtMost(model, lengthBytes, length), nullptr, false);
    return header.is_object() && header.contains("__metadata__") ? hashIn(header["__metadata__"], "parent_sha256")
                                                                 : std::string();
}

/// The models in the folder, the one to be used last and a candidate before it.
std::vector<fs::path> modelsIn(const fs::path& folder) {
    std::vector<std::pair<fs::file_time_type, fs::path>> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error)) {
        const auto name = entry.path().filename();
        if (entry.is_regular_file(error) && name.extension() == ".safetensors" && !name.string().starts_with('.') &&
            name != ClinicFolders::stateFile)
            found.emplace_back(entry.last_write_time(error), entry.path());
    }
    const auto rank = [](const fs::path& file) {
        return file.filename() == ClinicFolders::oldModelFile ? 1 : 0;
    };
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return std::pair(rank(a.second), a) < std::pair(rank(b.second), b);
    });
    std::vector<fs::path> files;
    for (auto& [time, file] : found)
        files.push_back(std::move(file));
    return files;
}

bool holdsClinic(const fs::path& folder) {
    std::error_code unknown;
    return !modelsIn(folder).empty() || fs::exists(folder / ClinicFolders::stateFile, unknown) ||
           fs::exists(folder / ClinicFolders::oldReportFile, unknown);
}

void takeInReport(StoreTables& tables, std::int64_t clinic, const fs::path& folder) {
    constexpr std::uint64_t longestReport = 64U << 20U;
    const auto text = readAtMost(folder / ClinicFolders::oldReportFile, 0, longestReport);
    const auto report = Json::parse(text, nullptr, false);
    if (!report.is_object())
        return;
    RunRecord run;
    run.clinic = clinic;
    run.configuration = "{}";
    if (report.contains("seed") && report["seed"].is_number_unsigned())
        run.seed = report["seed"].get<std::uint64_t>();
    run.started = run.ended = utcNow();
    run.outcome = report.contains("used") && report["used"] == "source" ? "kept-old" : "adapted";
    run.report = text;
    tables.runs.add(run);
}

Result<void> takeIn(ClinicStore& store, StoreTables& tables, const std::string& name) {
    const auto folder = store.root() / name;
    auto free = name;
    for (int number = 2; tables.clinics.find(free); ++number) // a clinic that was renamed to this name
        free = name + " (" + std::to_string(number) + ")";
    const auto clinic = tables.clinics.add(free, name, utcNow());
    auto hashes = Json::array();
    for (const auto& file : modelsIn(folder)) {
        auto sum = sha256OfFile(file);
        if (!sum)
            continue; // Unreadable: it stays where it is, and the clinic is entered without it.
        hashes.push_back(*sum);
        const bool waits = file.filename() == ClinicFolders::oldCandidateFile;
        const auto id = tables.models.add({0, clinic, std::move(*sum), file.filename().string(), parentOf(file),
                                           std::nullopt, utcNow(), waits ? ModelState::Candidate : ModelState::Kept});
        if (!waits)
            tables.clinics.use(clinic, id);
    }
    takeInReport(tables, clinic, folder);
    return tables.trail.note("folder taken in", clinic,
                             jsonText({{"name", free}, {"folder", name}, {"models", std::move(hashes)}}));
}

} // namespace

Result<void> takeInFolders(ClinicStore& store) {
    const auto folders = ClinicFolders::list(store.root());
    const auto unknown = [&](StoreTables& tables) {
        auto names = folders;
        std::erase_if(names, [&](const std::string& name) {
            return tables.clinics.ownsFolder(name) || !holdsClinic(store.root() / name);
        });
        return names;
    };
    auto first = store.read([&](StoreTables& tables) -> Result<bool> { return !unknown(tables).empty(); });
    if (!first)
        return fail(std::move(first.error()));
    if (!*first)
        return {};
    return store.change([&](StoreTables& tables) -> Result<void> {
        for (const auto& name : unknown(tables)) {
            if (auto taken = takeIn(store, tables, name); !taken)
                return taken;
        }
        return {};
    });
}

} // namespace limpid
