// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <c10/core/ScalarType.h>

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// One tensor as the header of a safetensors file describes it. `begin` and `end` are bytes from the start of the data.
struct SafetensorsEntry {
    std::string name;
    at::ScalarType dtype = at::kFloat;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// The head of a safetensors file, checked against the size of the file: every entry lies inside the data, none
/// overlap, and together they cover the data without holes. Entries stand in the order in which the header names them.
struct SafetensorsHeader {
    std::vector<SafetensorsEntry> entries;
    std::map<std::string, std::string> metadata;
    std::uint64_t dataOffset = 0; ///< Bytes from the start of the file to the data.
};

/// Bounds on what a header may claim; the first is the one of the format's specification.
struct SafetensorsLimits {
    std::uint64_t headerBytes = 100'000'000;
    std::size_t nameBytes = 1024;
    std::size_t dimensions = 16;
};

/// The format's name of a type ("F32"), or nothing for a type that the format or Limpid does not know.
std::optional<std::string_view> safetensorsTypeName(at::ScalarType dtype);

/// Reads and checks the header at the start of `stream`, a file of `fileBytes` bytes. The file is treated as hostile:
/// sizes are checked before memory is taken. `path` is for the messages only.
/// Fails with FileEmpty, ModelCorrupt{path, reason} or ReadFailed.
Result<SafetensorsHeader> parseSafetensorsHeader(std::istream& stream, std::uint64_t fileBytes,
                                                 const std::filesystem::path& path,
                                                 const SafetensorsLimits& limits = {});

} // namespace limpid
