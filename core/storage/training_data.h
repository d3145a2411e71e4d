// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "task/result.h"

#include <torch/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// Images prepared for training: what `limpid-cli prepare` writes and `limpid-cli train` and `adapt` read. N images of
/// S x S pixels, all on the CPU and contiguous.
struct TrainingData {
    at::Tensor images;               ///< uint8 [N, 3, S, S], RGB.
    at::Tensor fieldOfView;          ///< uint8 [N, 1, S, S], 0 or 1.
    at::Tensor structures;           ///< uint8 [N, 1, S, S], 0 or 1, or a class; zeros where there is none.
    at::Tensor hasStructure;         ///< bool [N]: whether `structures` was annotated for that image.
    std::vector<std::string> names;  ///< N file names without folder, unique within a group.
    std::vector<std::string> groups; ///< N names of the datasets that the images come from.
    std::string modality;            ///< "fundus", "oct" or "ultrasound".
};

/// Writes one safetensors file atomically. Fails with InvalidArgument where the parts do not fit together, OutputExists
/// unless `overwrite`, or what writing meets.
Result<void> saveTrainingData(const std::filesystem::path& path, const TrainingData& data, bool overwrite = false);

/// Reads it back, treating the file as hostile. Fails with DataMissing{what, path} where a part is absent,
/// ModelCorrupt{path, reason} where the parts do not fit together, or like readSafetensors.
Result<TrainingData> loadTrainingData(const std::filesystem::path& path);

} // namespace limpid
