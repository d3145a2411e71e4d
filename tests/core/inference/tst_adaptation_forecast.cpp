// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/methods/constant_assessor.h"
#include "core/methods/tiny_clinic.h"
#include "imaging/image_writer.h"
#include "inference/adaptation_forecast.h"
#include "methods/same/judge_checkpoints.h"
#include "methods/same/same_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <fstream>
#include <iterator>
#include <set>

using namespace limpid;

namespace fs = std::filesystem;

class TestAdaptationForecast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threeStepsTellWhatTheRunWillTake();
    void itRunsWhateverTheJudgesSay();
    void theStepsOfTheConfigurationAreCounted();
    void nothingIsWritten();
    void itEndsWhenItIsAskedTo();
    void unreadablePhotographsAreMadeUpFor();
    void aModelOfAnotherModalityIsRefused();

private:
    FolderAdaptationRequest request() const;

    QTemporaryDir m_temporary;
    fs::path m_root;
};

namespace {

constexpr int photographs = 30;

void writePhotographs(const fs::path& folder, int count) {
    fs::create_directories(folder);
    for (int i = 0; i < count; ++i) {
        cv::Mat pixels(96, 96, CV_8UC3, cv::Scalar(2, 2, 2));
        cv::circle(pixels, {48, 48}, 42, cv::Scalar(150 + 3 * i, 90, 40), cv::FILLED);
        cv::line(pixels, {20, 20 + i}, {76, 70 - i}, cv::Scalar(90, 30, 15), 2);
        QVERIFY(writeImage(Image{pixels, {}}, folder / ("eye " + std::to_string(i) + ".png")).has_value());
    }
}

/// Paths and sizes of all files below a folder.
std::set<std::pair<std::string, std::uintmax_t>> filesBelow(const fs::path& folder) {
    std::set<std::pair<std::string, std::uintmax_t>> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        found.emplace(entry.path().string(), entry.is_regular_file() ? entry.file_size() : 0);
    return found;
}

} // namespace

void TestAdaptationForecast::initTestCase() {
    m_root = m_temporary.path().toStdString();
    writePhotographs(m_root / "clinic", photographs);
    torch::manual_seed(11);
    SameModel model;
    model.network = StructurePreservingUnet(tinyUnet());
    QVERIFY(saveSameModel(m_root / "model.safetensors", model).has_value());
    QVERIFY(saveQualityAssessor(m_root / "quality.safetensors", constantAssessor(0.1, 0.1, 0.9)).has_value());
}

FolderAdaptationRequest TestAdaptationForecast::request() const {
    FolderAdaptationRequest request;
    request.folder = m_root / "clinic";
    request.model = m_root / "model.safetensors";
    request.qualityJudge = m_root / "quality.safetensors";
    request.output = m_root / "never.safetensors";
    request.state = m_root / "never-either.safetensors";
    request.clinic = "North";
    request.workingSize = 32;
    request.device = {"cpu", "float32", "CPU"};
    request.config.batchSize = 2;
    request.config.useStructureJudge = false;
    return request;
}

void TestAdaptationForecast::threeStepsTellWhatTheRunWillTake() {
    const auto forecast = forecastAdaptation(request(), {});
    QVERIFY2(forecast.has_value(), forecast ? "" : englishSentence(forecast.error()).c_str());
    QCOMPARE(forecast->images, photographs);
    QCOMPARE(forecast->heldOut, 6);
    QCOMPARE(forecast->steps, std::int64_t{16 * 20}); // 24 images in batches of 2, but 20 steps at least
    QVERIFY(forecast->stepSeconds > 0.0);
    QVERIFY(forecast->seconds > static_cast<double>(forecast->steps) * forecast->stepSeconds);
    QVERIFY(std::isfinite(forecast->seconds));
    QVERIFY(forecast->peakMemoryMb > 20.0);
}

void TestAdaptationForecast::itRunsWhateverTheJudgesSay() {
    // This assessor rejects everything, and nothing imitates a drawn disc; a real run would end before the first step.
    auto strict = request();
    strict.config.leastAccepted = 1.0;
    strict.config.mostUnlike = 0.0;
    QVERIFY(forecastAdaptation(strict, {}).has_value());
}

void TestAdaptationForecast::theStepsOfTheConfigurationAreCounted() {
    auto more = request();
    more.config.stepsPerEpoch = 40;
    const auto forecast = forecastAdaptation(more, {});
    QCOMPARE(forecast->steps, std::int64_t{16 * 40});
}

void TestAdaptationForecast::nothingIsWritten() {
    const auto before = filesBelow(m_root);
    QVERIFY(forecastAdaptation(request(), {}).has_value());
    QVERIFY(filesBelow(m_root) == before);
}

void TestAdaptationForecast::itEndsWhenItIsAskedTo() {
    std::stop_source stop;
    stop.request_stop();
    const auto forecast = forecastAdaptation(request(), stop.get_token());
    QVERIFY(!forecast);
    QCOMPARE(forecast.error().code, ErrorCode::Cancelled);
}

void TestAdaptationForecast::unreadablePhotographsAreMadeUpFor() {
    auto few = request();
    few.folder = m_root / "few";
    writePhotographs(few.folder, 3);
    for (int i = 0; i < 5; ++i)
        std::ofstream(few.folder / ("broken " + std::to_string(i) + ".png")) << "no image";
    const auto forecast = forecastAdaptation(few, {});
    QVERIFY(forecast.has_value());
    QCOMPARE(forecast->images, 8);
    few.folder = m_root / "none";
    fs::create_directories(few.folder);
    std::ofstream(few.folder / "broken.png") << "no image";
    QCOMPARE(forecastAdaptation(few, {}).error().code, ErrorCode::TooFewImages);
}

void TestAdaptationForecast::aModelOfAnotherModalityIsRefused() {
    auto other = request();
    other.modality = "oct";
    QCOMPARE(forecastAdaptation(other, {}).error().code, ErrorCode::WrongModality);
}

QTEST_APPLESS_MAIN(TestAdaptationForecast)
#include "tst_adaptation_forecast.moc"
