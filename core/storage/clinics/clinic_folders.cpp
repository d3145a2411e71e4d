// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/clinics/clinic_folders.h"

#include <algorithm>
#include <cstdlib>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

namespace limpid {

namespace fs = std::filesystem;

fs::path ClinicFolders::defaultRoot() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data != '\0')
        return fs::path(data) / "limpid" / "clinics";
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : ".") / ".local" / "share" / "limpid" / "clinics";
}

Result<void> ClinicFolders::requireName(const std::string& name) {
    constexpr std::size_t longest = 100;
    const bool control = std::any_of(name.begin(), name.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
    if (name.empty() || name.size() > longest || name.front() == '.' || name.find('/') != std::string::npos || control)
        return fail(ErrorCode::InvalidArgument,
                    {"The clinic's name", "it must be 1 to 100 letters without a slash, not beginning with a dot"});
    return {};
}

std::vector<std::string> ClinicFolders::list(const fs::path& root) {
    std::vector<std::string> names;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root, error)) {
        auto name = entry.path().filename().string();
        if (entry.is_directory(error) && requireName(name))
            names.push_back(std::move(name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

Result<void> ClinicFolders::make(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (!error)
        return {};
    if (error == std::errc::permission_denied || error == std::errc::read_only_file_system)
        return fail(ErrorCode::PermissionDenied, {folder.string()}, error.message());
    if (error == std::errc::no_space_on_device)
        return fail(ErrorCode::DiskFull, {folder.string()}, error.message());
    return fail(ErrorCode::WriteFailed, {folder.string()}, error.message());
}

void ClinicFolders::flush(const fs::path& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

} // namespace limpid
