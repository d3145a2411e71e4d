// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/enhancer.h"

#include "../methods/constant_assessor.h"
#include "inference/model_library.h"
#include "inference/tensor_image.h"
#include "methods/same/judge_checkpoints.h"
#include "methods/same/same_model.h"

#include <opencv2/imgproc.hpp>

#include <QTemporaryDir>
#include <QtTest>

using namespace limpid;

namespace {

/// An eye-like disc with a dark line, 8 or 16 bits.
Image disc(int width, int height, int depth) {
    cv::Mat rgb(height, width, CV_8UC3, cv::Scalar(0, 0, 0));
    cv::circle(rgb, {width / 2, height / 2}, std::min(width, height) / 2 - 8, {170, 90, 40}, cv::FILLED);
    cv::line(rgb, {width / 3, height / 3}, {2 * width / 3, 2 * height / 3}, {90, 30, 20}, 3);
    Image image;
    if (depth == 16)
        rgb.convertTo(image.pixels, CV_16U, 257.0);
    else
        image.pixels = rgb;
    return image;
}

EnhancerOptions atSize(int workingSize, bool nativeSize = true) {
    EnhancerOptions options;
    options.workingSize = workingSize;
    options.nativeSize = nativeSize;
    return options;
}

UnetConfiguration tiny() {
    auto configuration = UnetConfiguration::compact();
    configuration.levels = 3;
    configuration.baseWidth = 8;
    configuration.largestWidth = 16;
    configuration.structureViewLevels = 2;
    return configuration;
}

} // namespace

class TestEnhancer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theResultHasTheSizeAndDepthOfTheOriginal_data();
    void theResultHasTheSizeAndDepthOfTheOriginal();
    void atWorkingSizeTheNetworksOwnPictureIsGiven();
    void theSameImageGivesTheSameResult();
    void theGuardChoosesBetweenBothModels_data();
    void theGuardChoosesBetweenBothModels();
    void aModelWithoutAGuardIsAlwaysTaken();
    void aRequestToStopIsHeard();
    void aMissingModelIsASentence();
    void anAbsurdWorkingSizeIsRefused();

private:
    /// Another network than m_model's, with a guard that expects this gain, or without a guard.
    std::filesystem::path adapted(std::optional<double> expectedGain) const;
    EnhancerOptions guarded() const;

    QTemporaryDir m_folder;
    std::filesystem::path m_model;
    DeviceChoice m_device;
};

void TestEnhancer::initTestCase() {
    torch::manual_seed(1);
    SameModel model;
    model.network = StructurePreservingUnet(tiny());
    m_model = std::filesystem::path(m_folder.path().toStdString()) / "tiny.safetensors";
    QVERIFY(saveSameModel(m_model, model).has_value());
    const auto device = chooseDevice("cpu", "float32");
    QVERIFY(device.has_value());
    m_device = *device;
}

void TestEnhancer::theResultHasTheSizeAndDepthOfTheOriginal_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("depth");
    QTest::newRow("square") << 300 << 300 << 8;
    QTest::newRow("wide") << 401 << 283 << 8;
    QTest::newRow("16 bits") << 300 << 260 << 16;
    QTest::newRow("smaller than the network") << 50 << 60 << 8;
}

void TestEnhancer::theResultHasTheSizeAndDepthOfTheOriginal() {
    QFETCH(int, width);
    QFETCH(int, height);
    QFETCH(int, depth);
    auto enhancer = Enhancer::load(m_model, m_device, atSize(64));
    QVERIFY(enhancer.has_value());
    const auto original = disc(width, height, depth);
    const auto before = original.pixels.clone();
    const auto result = enhancer->enhance(original);
    QVERIFY2(result.has_value(), result ? "" : englishSentence(result.error()).c_str());
    QCOMPARE(result->image.width(), width);
    QCOMPARE(result->image.height(), height);
    QCOMPARE(result->image.bitDepth(), depth);
    QCOMPARE(result->structure.rows, 64);
    QCOMPARE(cv::norm(original.pixels, before, cv::NORM_INF), 0.0); // the original is not touched
}

void TestEnhancer::atWorkingSizeTheNetworksOwnPictureIsGiven() {
    auto enhancer = Enhancer::load(m_model, m_device, atSize(60, false));
    QVERIFY(enhancer.has_value());
    QCOMPARE(enhancer->workingSize(), 64); // rounded up to what the network takes
    const auto result = enhancer->enhance(disc(200, 200, 8));
    QVERIFY(result.has_value());
    QCOMPARE(result->image.width(), 64);
}

void TestEnhancer::theSameImageGivesTheSameResult() {
    auto enhancer = Enhancer::load(m_model, m_device, atSize(64));
    QVERIFY(enhancer.has_value());
    const auto first = enhancer->enhance(disc(200, 200, 8));
    const auto second = enhancer->enhance(disc(200, 200, 8));
    QCOMPARE(cv::norm(first->image.pixels, second->image.pixels, cv::NORM_INF), 0.0);
}

std::filesystem::path TestEnhancer::adapted(std::optional<double> expectedGain) const {
    torch::manual_seed(2);
    SameModel model;
    model.network = StructurePreservingUnet(tiny());
    if (expectedGain)
        model.guard = *ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 20.0, 20.0}, *expectedGain}));
    const auto file = m_model.parent_path() / "adapted" / "adapted.safetensors";
    std::filesystem::create_directories(file.parent_path());
    return saveSameModel(file, model) ? file : std::filesystem::path();
}

EnhancerOptions TestEnhancer::guarded() const {
    auto options = atSize(64);
    const auto judge = m_model.parent_path() / "adapted" / "judge.safetensors";
    if (saveQualityAssessor(judge, constantAssessor(0.7, 0.2, 0.1)))
        options.guard = GuardModels{m_model, {judge, {}, {}}};
    return options;
}

void TestEnhancer::theGuardChoosesBetweenBothModels_data() {
    QTest::addColumn<double>("expectedGain");
    QTest::addColumn<bool>("adapted");
    QTest::newRow("a loss is expected") << -1.0 << false;
    QTest::newRow("next to nothing is expected") << 0.3 << false;
}

void TestEnhancer::theGuardChoosesBetweenBothModels() {
    QFETCH(double, expectedGain);
    QFETCH(bool, adapted);
    const auto model = this->adapted(expectedGain);
    auto enhancer = Enhancer::load(model, m_device, guarded());
    QVERIFY2(enhancer.has_value(), enhancer ? "" : englishSentence(enhancer.error()).c_str());
    const auto result = enhancer->enhance(disc(200, 200, 8));
    QVERIFY(result.has_value());
    QVERIFY(result->verdict.has_value());
    QCOMPARE(result->verdict->choice == GuardChoice::Adapted, adapted);
    auto expected = Enhancer::load(adapted ? model : m_model, m_device, atSize(64));
    QCOMPARE(cv::norm(result->image.pixels, expected->enhance(disc(200, 200, 8))->image.pixels, cv::NORM_INF), 0.0);
    auto other = Enhancer::load(adapted ? m_model : model, m_device, atSize(64));
    QVERIFY(cv::norm(result->image.pixels, other->enhance(disc(200, 200, 8))->image.pixels, cv::NORM_INF) > 0.0);
}

void TestEnhancer::aModelWithoutAGuardIsAlwaysTaken() {
    auto enhancer = Enhancer::load(adapted(std::nullopt), m_device, guarded());
    QVERIFY(enhancer.has_value());
    QVERIFY(!enhancer->enhance(disc(200, 200, 8))->verdict.has_value());
}

void TestEnhancer::aRequestToStopIsHeard() {
    auto enhancer = Enhancer::load(m_model, m_device, atSize(64));
    std::stop_source stop;
    stop.request_stop();
    const auto result = enhancer->enhance(disc(200, 200, 8), stop.get_token());
    QVERIFY(!result);
    QVERIFY(result.error().code == ErrorCode::Cancelled);
}

void TestEnhancer::aMissingModelIsASentence() {
    const auto enhancer = Enhancer::load("nowhere.safetensors", m_device);
    QVERIFY(!enhancer);
    QVERIFY(enhancer.error().code == ErrorCode::ModelNotFound);
    const ModelLibrary library(m_folder.path().toStdString());
    QVERIFY(library.find("tiny").value() == m_model);
    QVERIFY(library.find("other").error().code == ErrorCode::ModelNotFound);
    QCOMPARE(library.list().size(), std::size_t{1});
    QCOMPARE(library.list().front().modality, std::string("fundus"));
}

void TestEnhancer::anAbsurdWorkingSizeIsRefused() {
    QVERIFY(Enhancer::load(m_model, m_device, atSize(100000)).error().code == ErrorCode::InvalidArgument);
}

QTEST_APPLESS_MAIN(TestEnhancer)
#include "tst_enhancer.moc"
