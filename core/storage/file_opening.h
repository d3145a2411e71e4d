// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace limpid {

/// A file opened for reading, with the size that claims inside it are checked against.
struct OpenedFile {
    std::ifstream stream;
    std::uint64_t bytes = 0;
};

/// Opens a regular file. Fails with FileNotFound, PermissionDenied, ReadFailed, or ModelCorrupt for a folder, a device
/// or a pipe under that name.
Result<OpenedFile> openForReading(const std::filesystem::path& path);

} // namespace limpid
