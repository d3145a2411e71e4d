// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "adaptation_engine.h"
#include "enhancement_engine.h"
#include "storage/clinics/clinic_run.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QString>

#include <atomic>
#include <condition_variable>
#include <fstream>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

namespace limpid {

/// Waits for as long as nobody asks to stop.
inline void waitForStop(std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, std::move(stop), [] { return false; });
}

/// What a test sees of a FakeEnhancement, which belongs to the controller.
struct EnhancementRecord {
    std::atomic<int> calls = 0;
    std::atomic<int> cancelled = 0;
    std::atomic<bool> blockFirst = false; ///< The first call waits until it is cancelled.
    std::optional<Error> error;           ///< Set before the first call.
};

/// "Enhances" by inverting every pixel.
class FakeEnhancement : public EnhancementEngine {
public:
    explicit FakeEnhancement(std::shared_ptr<EnhancementRecord> record)
        : m_record(std::move(record)) {}

    Result<std::string> deviceWords() override { return "Abacus, 2 threads"; }

    Result<EnhancedImage> enhance(const Image& image, const std::filesystem::path&, std::stop_token stop) override {
        if (m_record->calls++ == 0 && m_record->blockFirst) {
            waitForStop(stop);
            ++m_record->cancelled;
            return fail(ErrorCode::Cancelled);
        }
        if (m_record->error)
            return fail(*m_record->error);
        Image inverted{{}, image.origin}; // its own pixels: a copy of the image would share them
        inverted.pixels = cv::Scalar::all(255) - image.pixels;
        return EnhancedImage{inverted, "seen by a fake", cv::Mat(8, 8, CV_8UC1, cv::Scalar(70)), {{"fake", true}}};
    }

private:
    std::shared_ptr<EnhancementRecord> m_record;
};

/// Does what the test says.
class FakeAdaptation : public AdaptationEngine {
public:
    using Script = std::function<Result<FolderAdaptationOutcome>(const AdaptationJob&, Progress,
                                                                 const AdaptationListener&, std::stop_token)>;
    using Forecast = std::function<Result<AdaptationForecast>(const AdaptationJob&, const std::stop_token&)>;
    explicit FakeAdaptation(Script script, Forecast forecast = forecastQuickly)
        : m_script(std::move(script))
        , m_forecast(std::move(forecast)) {}

    AdaptationConfig configuration() const override { return {}; }

    Result<AdaptationForecast> forecast(const AdaptationJob& job, const std::stop_token& stop) override {
        return m_forecast(job, stop);
    }

    /// Nine images, two of them held out, in seven minutes and 1.8 GB.
    static Result<AdaptationForecast> forecastQuickly(const AdaptationJob&, const std::stop_token&) {
        return AdaptationForecast{9, 2, 320, 1.3, 420.0, 1800.0};
    }

    Result<FolderAdaptationOutcome> adapt(const AdaptationJob& job, Progress progress,
                                          const AdaptationListener& listener, std::stop_token stop) override {
        return m_script(job, std::move(progress), listener, std::move(stop));
    }

private:
    Script m_script;
    Forecast m_forecast;
};

/// An outcome with a better model, after entering one that holds `words` as the clinic's candidate.
inline FolderAdaptationOutcome writeFakeModel(const AdaptationJob& job, const char* words) {
    FolderAdaptationOutcome outcome;
    auto store = ClinicStore::open(job.clinicRoot);
    if (!store)
        qFatal("%s", englishSentence(store.error()).c_str());
    auto run = ClinicRun::begin(*store, {job.clinic, "{}", 1, job.resume});
    if (!run)
        qFatal("%s", englishSentence(run.error()).c_str());
    outcome.adapted = run->modelFile();
    std::ofstream(outcome.adapted) << words;
    ClinicRun::Ending ending;
    ending.configuration = "{}";
    ending.modelWritten = true;
    if (!run->finish(std::move(ending)))
        qFatal("the fake model cannot be entered");
    outcome.modelWritten = true;
    outcome.summary.choice = AdaptationChoice::Teacher;
    outcome.summary.source = {24.0, 0.80};
    outcome.summary.kept = {25.5, 0.825};
    return outcome;
}

/// A pseudo-label that was accepted, with previews of 2 x 1 pixels.
inline LabelReview reviewOf(const char* name, int image) {
    LabelReview review;
    review.name = name;
    review.image = image;
    review.decision.good = 0.9;
    review.decision.qualityThreshold = 0.8;
    review.decision.reason = "Both judges accept it.";
    review.input = {2, 1, 3, {10, 20, 30, 40, 50, 60}};
    review.output = {2, 1, 3, {11, 21, 31, 41, 51, 61}};
    review.structure = {2, 1, 1, {7, 8}};
    return review;
}

/// A held-out image that the new model restores better, with pictures of 1 x 1 pixel.
inline ProbeComparison comparisonOf(const char* name) {
    ProbeComparison comparison;
    comparison.name = name;
    comparison.reference = {1, 1, 3, {40, 41, 42}};
    comparison.degraded = {1, 1, 3, {10, 11, 12}};
    comparison.source = {1, 1, 3, {20, 21, 22}};
    comparison.adapted = {1, 1, 3, {30, 31, 32}};
    comparison.degradedPsnr = 18.0;
    comparison.sourcePsnr = 24.0;
    comparison.adaptedPsnr = 25.5;
    return comparison;
}

/// Two steps and the epochs around them, then a better model.
inline Result<FolderAdaptationOutcome> runShortly(const AdaptationJob& job, Progress progress,
                                                  const AdaptationListener& listener, const std::stop_token&) {
    progress.set(0.1, "reading the folder");
    listener.onReview({reviewOf("image 3.png", 2)});
    listener.onEpoch({});
    for (int number = 1; number <= 2; ++number) {
        AdaptationStep step;
        step.step = number;
        step.totalSteps = 2;
        step.loss = 0.5 / number;
        step.judged = 4;
        step.accepted = 2;
        listener.onStep(step);
    }
    AdaptationEpoch epoch;
    epoch.epoch = 1;
    epoch.step = 2;
    listener.onEpoch(epoch);
    listener.onComparison({comparisonOf("image 5.png")});
    progress.set(1.0);
    auto outcome = writeFakeModel(job, "new");
    outcome.guarded = {{"image 3.png", {GuardChoice::Adapted, GuardReason::Gains, 1.5, 0.2, 0.5, 0.75}},
                       {"image 4.png", {GuardChoice::Source, GuardReason::NoGain, 0.25, 0.2, 0.5, 0.75}}};
    return outcome;
}

/// One step, then nothing until somebody asks to stop; the best so far is kept.
inline Result<FolderAdaptationOutcome>
runUntilStopped(const AdaptationJob& job, Progress, const AdaptationListener& listener, const std::stop_token& stop) {
    AdaptationStep step;
    step.step = 1;
    step.totalSteps = 100;
    listener.onStep(step);
    waitForStop(stop);
    auto outcome = writeFakeModel(job, "half");
    outcome.summary.stopped = true;
    return outcome;
}

/// Steps that obey a request to pause, until somebody asks to stop.
inline Result<FolderAdaptationOutcome> runPausing(const AdaptationJob& job, Progress,
                                                  const AdaptationListener& listener, const std::stop_token& stop) {
    AdaptationStep step;
    step.step = 1;
    step.totalSteps = 100;
    listener.onStep(step);
    while (!stop.stop_requested()) {
        job.control->waitWhilePaused(stop, listener.onPaused, [] {});
        std::this_thread::yield();
    }
    auto outcome = writeFakeModel(job, "half");
    outcome.summary.stopped = true;
    return outcome;
}

/// Plain images of different brightness: "image 1.png" is 20, "image 2.png" 40, ...
inline void writeImages(const QString& folder, int count) {
    for (int i = 1; i <= count; ++i) {
        QImage image(64, 48, QImage::Format_RGB32);
        image.fill(QColor(20 * i % 256, 20 * i % 256, 20 * i % 256));
        image.save(QDir(folder).filePath(QStringLiteral("image %1.png").arg(i)));
    }
}

} // namespace limpid
