// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/clinics/clinic_store.h"
#include "task/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace limpid {

/// Everything that the store knows of one image.
struct ImageHistory {
    struct Enhancement {
        EnhancedFile file;
        std::string clinic; ///< Name of the clinic whose model made it; empty for a shipped model.
    };
    struct Decision {
        RunDecision decision;
        std::string clinic;
        RunRecord run; ///< Without its configuration and report.
    };
    struct Override {
        RunOverride decision;
        std::string clinic;
        RunRecord run; ///< Likewise.
    };

    std::string sha256; ///< That was looked for; empty where only a name was known.
    std::string name;   ///< Likewise.
    std::vector<Enhancement> enhancements;
    std::vector<Decision> decisions;
    std::vector<Override> overrides;
};

/// What was done to an image, as original or as result: `image` is a file that is there (then its contents count, not
/// its name), a SHA-256, or a file's name. Reads the file. Fails with what reading a file or the store meets.
Result<ImageHistory> historyOf(ClinicStore& store, const std::string& image);

/// Notes an image that was written, with an entry in the audit trail. `file.clinic` is found by the model's hash.
Result<void> noteEnhanced(ClinicStore& store, EnhancedFile file);

} // namespace limpid
