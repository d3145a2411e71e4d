// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/enhancement_table.h"
#include "storage/clinics/model_table.h"
#include "storage/clinics/run_table.h"
#include "task/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limpid {

/// What a clinic's archive says of it, beside the files of the models.
struct ClinicManifest {
    /// Larger ones are refused.
    static constexpr std::uint64_t mostBytes = 64U << 20U;
    static constexpr std::uint64_t mostModelBytes = std::uint64_t{4} << 30U;
    static constexpr std::size_t mostModels = 1000;

    struct Model {
        std::string sha256;
        std::string parent;
        std::string created;
        std::uint64_t bytes = 0;
        std::optional<std::size_t> run; ///< Place in `runs`.
    };
    struct Run {
        RunRecord record; ///< Without its numbers.
        std::vector<RunDecision> decisions;
        std::vector<RunOverride> overrides;
    };

    std::string name;
    std::string inUse; ///< SHA-256 of the model, or empty.
    std::vector<Model> models;
    std::vector<Run> runs;
    std::vector<EnhancedFile> enhancements; ///< Without the clinic's number.

    /// Takes the names of images away, which may be those of patients, and the paths of the machine: what is left
    /// names images by their hashes.
    void removeNames();
    std::string toJson() const;
    /// Reads what may hold anything. Fails with ArchiveUnusable{`path`, reason}.
    static Result<ClinicManifest> fromJson(std::string_view json, const std::string& path);
};

} // namespace limpid
