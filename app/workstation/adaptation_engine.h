// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/adaptation_forecast.h"
#include "inference/folder_adaptation.h"
#include "task/progress.h"
#include "task/result.h"

#include <filesystem>
#include <stop_token>
#include <string>

namespace limpid {

/// What the window asks for when it adapts.
struct AdaptationJob {
    std::filesystem::path folder;
    std::filesystem::path model;      ///< To start from; only read.
    std::filesystem::path clinicRoot; ///< The clinic store's folder; the new model waits there as a candidate.
    std::string clinic;
    AdaptationControl* control = nullptr; ///< What the run obeys; outlives it. May be null.
    bool resume = false;                  ///< Go on with the clinic's unfinished run, as it was configured.
};

/// What the window adapts with. Used from one worker thread at a time, but for configuration(). Tests put their own in
/// its place.
class AdaptationEngine {
public:
    virtual ~AdaptationEngine() = default;

    /// The constants of every run. From any thread.
    virtual AdaptationConfig configuration() const = 0;

    /// What adapt() would take; see forecastAdaptation. Of the job, folder, model and clinic are looked at.
    virtual Result<AdaptationForecast> forecast(const AdaptationJob& job, const std::stop_token& stop) = 0;

    /// Runs in the calling thread until it is done or `stop`; see adaptToFolder.
    virtual Result<FolderAdaptationOutcome> adapt(const AdaptationJob& job, Progress progress,
                                                  const AdaptationListener& listener, std::stop_token stop) = 0;
};

} // namespace limpid
