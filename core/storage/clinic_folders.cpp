// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinic_folders.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace limpid {

namespace fs = std::filesystem;

namespace {

bool canBeName(const std::string& name) {
    constexpr std::size_t longest = 100;
    const bool control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    return !name.empty() && name.size() <= longest && name.front() != '.' && name.find('/') == std::string::npos &&
           !control;
}

} // namespace

ClinicFolders::ClinicFolders(fs::path root)
    : m_root(std::move(root)) {}

fs::path ClinicFolders::defaultRoot() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data != '\0')
        return fs::path(data) / "limpid" / "clinics";
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "limpid" / "clinics";
}

std::vector<std::string> ClinicFolders::list() const {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(m_root, error)) {
        if (entry.is_directory(error) && canBeName(entry.path().filename().string()))
            names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<fs::path> ClinicFolders::open(const std::string& name) const {
    if (!canBeName(name))
        return fail(ErrorCode::InvalidArgument,
                    {"The clinic's name", "it must be 1 to 100 letters without a slash, not beginning with a dot"});
    const auto folder = m_root / name;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::WriteFailed, {folder.string()}, error.message());
    return folder;
}

Result<fs::path> ClinicFolders::model(const std::string& name) const {
    std::error_code error;
    if (!canBeName(name) || !fs::is_directory(m_root / name, error))
        return fail(ErrorCode::ClinicNotFound, {name});
    auto file = m_root / name / modelFile;
    if (!fs::is_regular_file(file, error))
        return fail(ErrorCode::ModelNotFound, {"for the clinic " + name});
    return file;
}

} // namespace limpid
