// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/file_opening.h"

#include <cerrno>
#include <cstring>
#include <system_error>

namespace limpid {

Result<OpenedFile> openForReading(const std::filesystem::path& path) {
    namespace fs = std::filesystem;
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return fail(ErrorCode::FileNotFound, {path.string()});
    if (error)
        return fail(error == std::errc::permission_denied ? ErrorCode::PermissionDenied : ErrorCode::ReadFailed,
                    {path.string()}, error.message());
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::ModelCorrupt, {path.string(), "it is not a regular file"});

    OpenedFile file;
    errno = 0;
    file.stream.open(path, std::ios::binary);
    if (!file.stream)
        return fail(errno == EACCES ? ErrorCode::PermissionDenied : ErrorCode::ReadFailed, {path.string()},
                    std::strerror(errno));
    file.bytes = fs::file_size(path, error);
    if (error)
        return fail(ErrorCode::ReadFailed, {path.string()}, error.message());
    return file;
}

} // namespace limpid
