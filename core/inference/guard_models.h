// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/model_library.h"
#include "methods/same/guard_judge_files.h"
#include "task/result.h"

#include <filesystem>
#include <optional>
#include <string>

namespace limpid {

/// The files that choosing between an adapted model and the one it was adapted from needs.
struct GuardModels {
    std::filesystem::path source;
    GuardJudgeFiles judges;
};

/// The shipped judges that a guard asks about images of a modality ("fundus"). ModelNotFound.
Result<GuardJudgeFiles> findGuardJudges(const std::string& modality, const ModelLibrary& library);

/// Those of an adapted model: the model that it was adapted from is looked for, by its hash, among the shipped ones and
/// beside the adapted model, where a clinic keeps its earlier ones. Nothing where `model` was not adapted or one of the
/// files is missing. Reads the files that it compares.
std::optional<GuardModels> findGuardModels(const std::filesystem::path& model, const ModelLibrary& library);

} // namespace limpid
