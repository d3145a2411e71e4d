// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>

namespace limpid {

/// SHA-256 (FIPS 180-4) of bytes, as 64 lower-case hexadecimal digits.
Result<std::string> sha256Of(std::span<const std::byte> bytes);

/// SHA-256 of a file's bytes, read in pieces. Fails with what opening and reading a file may meet.
Result<std::string> sha256OfFile(const std::filesystem::path& path);

} // namespace limpid
