// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inference/folder_adaptation.h"
#include "task/result.h"

#include <cstdint>
#include <stop_token>

namespace limpid {

/// What an adaptation to a folder will take on this machine, measured and not looked up. Free of LibTorch.
struct AdaptationForecast {
    int images = 0;            ///< Files of the folder that may be learnt from; what is unreadable is not known yet.
    int heldOut = 0;           ///< Of these, held out for the clinic probe.
    std::int64_t steps = 0;    ///< Of the whole run.
    double stepSeconds = 0.0;  ///< Median of the measured steps.
    double seconds = 0.0;      ///< Of the whole run: reading, preparing, all steps and all evaluations.
    double peakMemoryMb = 0.0; ///< Most main memory of the process during the run, in MB of 10^6 bytes.
};

/// Steps that forecastAdaptation() runs.
inline constexpr int forecastSteps = 3;

/// Runs three real steps of the adaptation that `request` describes: its model, judges, working size, batch and device,
/// on eight photographs spread over the folder, every pseudo-label being accepted so that no step is skipped. Reading,
/// preparing and evaluating are timed on the way and scaled to the whole folder. An upper bound where the picker will
/// refuse much. Writes nothing: the request's output, state and references are not touched, its control is not obeyed.
/// Runs in the calling thread; never beside another adaptation, which would make both slow and the figures wrong.
/// Fails as adaptToFolder does, with TooFewImages where none of the eight can be read, and with Cancelled after `stop`,
/// which is looked at between two steps and two images.
Result<AdaptationForecast> forecastAdaptation(const FolderAdaptationRequest& request, const std::stop_token& stop);

} // namespace limpid
