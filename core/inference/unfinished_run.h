// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <filesystem>
#include <string>

namespace limpid {

/// What an adaptation that was cut off left behind, in words for a person. Free of LibTorch.
struct UnfinishedRun {
    std::string clinic;
    std::filesystem::path folder; ///< The clinic's photographs.
    std::filesystem::path model;  ///< It started from this one.
    int finishedEpochs = 0;
    int epochs = 0; ///< Of the whole run.
};

/// Reads what a state (FolderAdaptationRequest::state) says about its run; its networks stay on the disk. Any thread.
/// Fails with ModelNotFound where there is none, CannotResume where it is damaged, PermissionDenied or ReadFailed.
Result<UnfinishedRun> readUnfinishedRun(const std::filesystem::path& state);

} // namespace limpid
