// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/safetensors_header.h"
#include "task/result.h"

#include <torch/types.h>

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

/// Tensors by name, in an order that means something to the writer (a module's own order, for instance).
using NamedTensors = std::vector<std::pair<std::string, at::Tensor>>;

/// What a safetensors file holds. Format: https://huggingface.co/docs/safetensors
struct SafetensorsFile {
    NamedTensors tensors; ///< On the CPU, contiguous, in the order of the header.
    std::map<std::string, std::string> metadata;
};

/// Reads a whole file into fresh tensors. The file is treated as hostile: all of its head is checked, and sizes are
/// compared with the size of the file, before any memory is taken for tensors.
/// Fails with FileNotFound, PermissionDenied, FileEmpty, ModelCorrupt{path, reason}, ReadFailed or OutOfMemory.
Result<SafetensorsFile> readSafetensors(const std::filesystem::path& path);

/// Reads and checks the head alone: names, types, shapes and metadata. Fails like readSafetensors.
Result<SafetensorsHeader> readSafetensorsHeader(const std::filesystem::path& path);

/// Writes `tensors` (F64, F32, F16, BF16, I64, I32, I16, I8, U8 or BOOL; any device and strides) atomically. The header
/// keeps their order; the data stands by falling size of element, so that every tensor is aligned in the file. The same
/// input gives the same bytes. A file that stands there already is replaced unless `overwrite` is false.
/// Fails with InvalidArgument (a name empty, too long, reserved or used twice; a type the format lacks; text that is
/// not UTF-8), OutputExists, or what writing a file may meet (task/atomic_file.h).
Result<void> writeSafetensors(const std::filesystem::path& path, const NamedTensors& tensors,
                              const std::map<std::string, std::string>& metadata, bool overwrite = true);

} // namespace limpid
