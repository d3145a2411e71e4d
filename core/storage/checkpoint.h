// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/safetensors.h"
#include "task/result.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace torch::nn {
class Module;
}

namespace limpid {

/// What a checkpoint says about itself, beside its tensors.
struct CheckpointInfo {
    std::string architecture;      ///< For example "same-unet". Never empty in a file.
    std::string configurationJson; ///< The architecture's configuration, a JSON object; empty means its defaults.
    std::string modality;          ///< "fundus", "oct" or "ultrasound".
    std::string normalisation;     ///< In words of the architecture, for example "0..1" or "-1..1".
    std::string cardJson;          ///< ModelCard::toJson(), or empty.
    std::string parentSha256;      ///< SHA-256 of the checkpoint this one was trained from, or empty.
};

/// A checkpoint as it was read.
struct Checkpoint {
    CheckpointInfo info;
    NamedTensors tensors;
    std::string sha256; ///< Of the whole file.
    std::filesystem::path path;
};

/// Writes one `.safetensors` file atomically, replacing an older one. Fails with InvalidArgument or what writing meets.
Result<void> saveCheckpoint(const std::filesystem::path& path, const CheckpointInfo& info, const NamedTensors& tensors);

/// Reads a checkpoint, treating the file as hostile (storage/safetensors.h).
/// Fails with ModelNotFound, ModelCorrupt, PermissionDenied, FileEmpty, ReadFailed or OutOfMemory.
Result<Checkpoint> loadCheckpoint(const std::filesystem::path& path);

/// Reads only what the checkpoint says about itself; its tensors stay on the disk. Fails like loadCheckpoint.
Result<CheckpointInfo> loadCheckpointInfo(const std::filesystem::path& path);

/// Parameters, then buffers, of a module and its submodules, by their dotted names. The tensors are detached but share
/// the module's memory: clone them to keep a state while training goes on.
NamedTensors tensorsOf(const torch::nn::Module& module);

/// Copies `tensors` into the module's parameters and buffers, on whichever device those are. Every name, shape and type
/// must agree; otherwise nothing is changed and the failure is ModelMismatch{path, readable difference}.
Result<void> loadInto(torch::nn::Module& module, const NamedTensors& tensors, const std::filesystem::path& path);

/// The tensors with `prefix` in front of every name, so that several networks fit in one file.
NamedTensors withPrefix(std::string_view prefix, const NamedTensors& tensors);

/// Those tensors whose names begin with `prefix`, without it, in order; the others are left out.
NamedTensors stripPrefix(std::string_view prefix, const NamedTensors& tensors);

} // namespace limpid
