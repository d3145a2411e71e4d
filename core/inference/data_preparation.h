// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storage/training_data.h"
#include "task/progress.h"
#include "task/result.h"

#include <filesystem>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

namespace limpid {

/// One folder of photographs, with the folder of their structure masks where there are any.
struct PreparationSource {
    std::filesystem::path images;
    std::optional<std::filesystem::path> masks; ///< files of the same stem as the image
    std::string group;                          ///< the data set's name, kept with every image
};

/// What goes into a file of training data.
struct PreparationRequest {
    std::vector<PreparationSource> sources;
    int size = 256;                            ///< side of the working frame, pixels
    std::optional<std::set<std::string>> only; ///< names to restrict to: stems, or GROUP/STEM
    std::set<std::string> except;              ///< names to leave out, written likewise
    std::string modality = "fundus";
};

/// What became of a request.
struct PreparationOutcome {
    struct Failure {
        std::filesystem::path path;
        Error error;
    };

    TrainingData data;
    std::vector<Failure> failures;                  ///< images and masks that could not be used
    std::vector<std::filesystem::path> withoutMask; ///< images for which the mask folder holds nothing
    std::vector<std::string> warnings;              ///< doubtful fields of view, one sentence each
};

/// Reads the photographs, finds their fields of view and brings them to the working frame, masks beside them: cut and
/// resized in the same way, then 1 where more than 0.4 of a pixel was structure (so that thin vessels survive). Images
/// whose mask cannot be read or has other proportions are left out, as a failure. Decodes ahead on a second thread.
/// Errors for the whole: TooFewImages where nothing could be used, the folder's own errors, Cancelled.
Result<PreparationOutcome> prepareData(const PreparationRequest& request, Progress progress = {},
                                       std::stop_token stop = {});

} // namespace limpid
