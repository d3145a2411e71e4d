// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/safetensors.h"
#include "task/result.h"

#include <filesystem>

namespace limpid {

/// Reads a state dict that Python saved with `torch.save(module.state_dict(), path)` (PyTorch 1.6 or newer, zip format)
/// without executing anything of it. Tensors come on the CPU, in the dict's order, with the strides they had; those
/// that shared memory in Python share it here. The file is treated as hostile: views are checked against their
/// storages and storages against the size of the file before memory is taken.
/// Fails with ModelNotFound, ModelCorrupt{path, reason}, UnknownArchitecture{path, what it is} for a sound file that is
/// no plain state dict (the old format, a whole module, other Python objects), ReadFailed or OutOfMemory.
Result<NamedTensors> readTorchStateDict(const std::filesystem::path& path);

} // namespace limpid
