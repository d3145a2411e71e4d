// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "memory_file.h"
#include "storage/clinics/clinic_changes.h"
#include "storage/clinics/clinic_export.h"
#include "storage/clinics/clinic_import.h"
#include "storage/clinics/store_check.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace limpid;

/// A folder of this process for the store.
fs::path storeFolder() {
    static const fs::path folder = [] {
        auto pattern = (fs::temp_directory_path() / "limpid-fuzz-XXXXXX").string();
        if (::mkdtemp(pattern.data()) == nullptr)
            std::abort();
        return fs::path(pattern);
    }();
    return folder;
}

void append(archive* out, const std::string& name, const std::uint8_t* data, std::size_t size) {
    auto* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(size));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0600);
    archive_write_header(out, entry);
    archive_write_data(out, data, size);
    archive_entry_free(entry);
}

/// An archive whose first part, up to a zero byte, is the list of contents, and whose rest is its only model: the
/// checksums of a tar file would keep the fuzzer from what lies behind them.
std::vector<std::uint8_t> wrapped(const std::uint8_t* data, std::size_t size) {
    const auto* end = std::find(data, data + size, std::uint8_t{0});
    std::vector<std::uint8_t> file(size + 64 * 1024);
    std::size_t used = 0;
    auto* out = archive_write_new();
    archive_write_set_format_pax_restricted(out);
    archive_write_open_memory(out, file.data(), file.size(), &used);
    append(out, std::string(manifestName), data, static_cast<std::size_t>(end - data));
    if (end != data + size) {
        // The hash of "limpid", for which there is a seed.
        const std::string sha256 = "9bb90a3e8ee6c0a9f4ddee53bb8bd0e4f3f5f982df789669949aadf1b405bf4a";
        append(out, archivedModelName(sha256), end + 1, static_cast<std::size_t>(data + size - end - 1));
    }
    archive_write_close(out);
    archive_write_free(out);
    file.resize(used);
    return file;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const auto file = data[0] % 2 == 0 ? std::vector<std::uint8_t>(data + 1, data + size) : wrapped(data + 1, size - 1);
    // The audit trail only grows.
    static int runs = 0;
    constexpr int mostRuns = 200;
    if (++runs % mostRuns == 0)
        fs::remove_all(storeFolder());
    auto store = ClinicStore::open(storeFolder());
    if (!store)
        std::abort();
    const MemoryFile memory(file.data(), file.size());
    const auto imported = importClinic(*store, memory.path());
    const auto clinics = store->clinics();
    if (!clinics || clinics->size() != (imported ? 1U : 0U))
        std::abort(); // whole or not at all
    const auto check = checkStore(*store);
    if (!check || !check->problems.empty())
        std::abort();
    if (imported && !removeClinic(*store, *imported))
        std::abort();
    for (const auto& left : fs::recursive_directory_iterator(storeFolder())) {
        if (left.is_regular_file() && left.path().filename().string().rfind("clinics.sqlite", 0) != 0 &&
            left.path().extension() != ".lock")
            std::abort(); // half a model
    }
    return 0;
}
