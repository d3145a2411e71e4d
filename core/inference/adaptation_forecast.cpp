// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adaptation_forecast.h"

#include "imaging/image_folder.h"
#include "inference/adaptation_parts.h"
#include "inference/data_preparation.h"
#include "inference/peak_memory.h"
#include "methods/same/adaptation.h"

#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace limpid {

namespace {

constexpr int sampleImages = 8;

double secondsSince(std::chrono::steady_clock::time_point begin) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

/// What one run over the sample took, in seconds.
struct SampleTimes {
    double readingPerImage = 0.0;
    double preparing = 0.0; ///< Of the sample, until the first step.
    std::vector<double> stepEnds;
    double evaluated = 0.0; ///< When the probe had measured both networks after the last step.
    double judgingPerImage = 0.0;
};

/// The photographs of `files` that stand for all, evenly spread.
std::set<std::string> sampleOf(const std::vector<std::filesystem::path>& files) {
    std::set<std::string> stems;
    const auto count = std::min<std::size_t>(files.size(), sampleImages);
    for (std::size_t i = 0; i < count; ++i)
        stems.insert(files[i * files.size() / count].stem().string());
    return stems;
}

/// The sample as a clinic of exactly `sampleImages` images; where fewer could be read, they come more than once.
ClinicImages clinicOf(const TrainingData& data) {
    const auto rows = torch::arange(sampleImages, torch::kLong).remainder(data.images.size(0));
    return {data.images.index_select(0, rows), data.fieldOfView.index_select(0, rows)};
}

Result<void> runSteps(const FolderAdaptationRequest& request, const SameModel& model, const TrainingData& data,
                      SampleTimes& times, const std::stop_token& stop) {
    auto format = formatByName(request.device.precision, torch::Device(request.device.name));
    if (!format)
        return fail(std::move(format.error()));
    auto picker = loadPicker(request, /*acceptAll=*/true);
    if (!picker)
        return fail(std::move(picker.error()));
    auto config = request.config;
    config.epochs = 1;
    config.stepsPerEpoch = forecastSteps;
    config.leastAccepted = 0.0;
    config.mostUnlike = std::numeric_limits<double>::max();

    const auto begin = std::chrono::steady_clock::now();
    AdaptationListener listener;
    listener.onStep = [&](const AdaptationStep& step) {
        times.stepEnds.push_back(step.seconds);
    };
    int reviewed = 0;
    listener.onReview = [&](const std::vector<LabelReview>& reviews) {
        reviewed = static_cast<int>(reviews.size());
    };
    double afterReview = 0.0;
    listener.onEpoch = [&](const AdaptationEpoch& epoch) {
        (epoch.epoch == 0 ? times.preparing : times.evaluated) = epoch.seconds;
        afterReview = secondsSince(begin);
    };
    const auto clinic = clinicOf(data);
    auto maker = degradationMaker(request, clinic);
    if (!maker)
        return fail(std::move(maker.error()));
    Adaptation adaptation(config, clinic, model.network, std::move(*picker), *format, std::move(*maker));
    if (auto run = adaptation.run(listener, stop); !run)
        return fail(std::move(run.error()));
    if (stop.stop_requested() || times.stepEnds.size() != forecastSteps || reviewed == 0)
        return fail(ErrorCode::Cancelled);
    times.judgingPerImage = std::max(0.0, afterReview - times.evaluated) / reviewed;
    return {};
}

/// Median time of the three steps. The first one begins when the pseudo-labels before it were shown.
double medianStep(const SampleTimes& times, int reviewed) {
    std::vector<double> steps;
    double before = times.preparing + times.judgingPerImage * reviewed;
    for (const double end : times.stepEnds) {
        steps.push_back(std::max(0.0, end - before));
        before = end;
    }
    std::nth_element(steps.begin(), steps.begin() + 1, steps.end());
    return steps[1];
}

AdaptationForecast scaled(const AdaptationConfig& config, const SampleTimes& times, int images, int side) {
    const int sampleHeldOut = config.heldOut(sampleImages);
    AdaptationForecast forecast;
    forecast.images = images;
    forecast.heldOut = config.heldOut(images);
    const int trained = images - forecast.heldOut;
    forecast.steps = static_cast<std::int64_t>(config.stepsPerEpochOn(trained)) * config.epochs;
    forecast.stepSeconds = medianStep(times, sampleImages - sampleHeldOut);
    // A pass of one network over the degraded images of the probe, for each pseudo-reference.
    const double probePass =
        std::max(0.0, times.evaluated - times.stepEnds.back()) / (2.0 * sampleHeldOut) * forecast.heldOut;
    const double judging = times.judgingPerImage;
    const double perEpoch = 2.0 * probePass + judging * std::min(trained, AdaptationListener::mostReviewed);
    forecast.seconds = times.readingPerImage * images + times.preparing + judging * (images - sampleImages) +
                       static_cast<double>(forecast.steps) * forecast.stepSeconds + perEpoch * (config.epochs + 1);
    // Beside the network's needs, which the sample has shown, every further image is kept as bytes (twice, once among
    // the images to learn from), as a pseudo-label of 32-bit floats, and in two more copies of these while the
    // clinic's appearance is measured.
    constexpr double bytesPerValue = 2.0 + 3.0 * sizeof(float);
    constexpr double valuesPerPixel = 4.0; // three colours and the field of view
    const double further = std::max(0, images - sampleImages);
    forecast.peakMemoryMb = peakMemoryMb() + further * side * side * valuesPerPixel * bytesPerValue / 1e6;
    return forecast;
}

Result<AdaptationForecast> forecast(const FolderAdaptationRequest& request, const std::stop_token& stop) {
    const auto files = listImages(request.folder);
    if (!files)
        return fail(files.error());
    auto model = loadSourceModel(request);
    if (!model)
        return fail(std::move(model.error()));
    PreparationRequest preparation;
    preparation.sources.push_back({request.folder, std::nullopt, request.clinic});
    preparation.only = sampleOf(*files);
    preparation.size = workingSide(request, *model);
    SampleTimes times;
    const auto begin = std::chrono::steady_clock::now();
    const auto prepared = prepareData(preparation, {}, stop);
    if (!prepared)
        return fail(prepared.error());
    times.readingPerImage = secondsSince(begin) / static_cast<double>(preparation.only->size());
    if (auto run = runSteps(request, *model, prepared->data, times, stop); !run)
        return fail(std::move(run.error()));
    return scaled(request.config, times, static_cast<int>(files->size()), preparation.size);
}

} // namespace

Result<AdaptationForecast> forecastAdaptation(const FolderAdaptationRequest& request, const std::stop_token& stop) {
    try {
        return forecast(request, stop);
    } catch (const c10::OutOfMemoryError& error) {
        return fail(ErrorCode::OutOfMemory, {"measuring"}, error.what_without_backtrace());
    } catch (const c10::Error& error) {
        return fail(ErrorCode::Internal, {"measuring"}, error.what_without_backtrace());
    }
}

} // namespace limpid
