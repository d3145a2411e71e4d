// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "methods/same/image_guard.h"
#include "methods/same/structure_preserving_unet.h"
#include "task/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace limpid {

/// Architecture name of a SAME network in its file.
inline constexpr const char* sameArchitecture = "same-unet";

/// A SAME network and where it came from.
struct SameModel {
    StructurePreservingUnet network{nullptr};
    std::string modality = "fundus";
    std::string cardJson;
    std::string parentSha256;        ///< Of the model it was adapted from, or empty.
    std::optional<ImageGuard> guard; ///< What an adapted model gains over that one; kept in the same file.
    std::string sha256;              ///< Of its own file; empty before it was saved.
    std::filesystem::path path;
};

/// Writes the network with its configuration and card, atomically, replacing an older file.
Result<void> saveSameModel(const std::filesystem::path& path, const SameModel& model);

/// Reads one, on the CPU and in eval mode. Fails with what loadCheckpoint fails with, UnknownArchitecture when the file
/// holds another network, ModelMismatch when its tensors do not fit its configuration, and ModelCorrupt.
Result<SameModel> loadSameModel(const std::filesystem::path& path);

} // namespace limpid
