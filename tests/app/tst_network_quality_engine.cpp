// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "network_quality_engine.h"

#include "phantoms/fundus_phantom.h"

#include <QTemporaryDir>
#include <QTest>
#include <opencv2/core.hpp>

#include <filesystem>
#include <memory>

using namespace limpid;
namespace fs = std::filesystem;

/// With the shipped models, on a generated photograph.
class TestNetworkQualityEngine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void anOriginalIsJudgedAndItsDamageIsRead();
    void ofAnEnhancedImageOnlyTheQualityIsJudged();
    void whatIsNoFundusPhotographIsNotReadAndHasNotFailed();
    void withoutAnEstimatorTheQualityIsJudgedAndItsLackIsNamed();
    void anEstimatorThatIsDamagedIsAFailure();
    void theIdentityChangesWithTheEstimator();
    void withoutAJudgeThereIsNoIdentity();

private:
    /// An engine whose models lie in that folder.
    NetworkQualityEngine engine(const fs::path& models) const { return {m_device, ModelLibrary(models)}; }
    /// A folder of that name with some of the shipped models.
    fs::path folderWith(const char* name, std::initializer_list<const char*> models) const;

    QTemporaryDir m_folder;
    std::shared_ptr<SharedDevice> m_device = std::make_shared<SharedDevice>("cpu");
    Image m_photograph;
};

void TestNetworkQualityEngine::initTestCase() {
    FundusPhantomOptions options;
    options.size = 384;
    m_photograph.pixels = makeFundusPhantom(options, 5).rgb;
}

fs::path TestNetworkQualityEngine::folderWith(const char* name, std::initializer_list<const char*> models) const {
    const auto folder = fs::path(m_folder.path().toStdString()) / name;
    fs::create_directories(folder);
    for (const auto* model : models)
        fs::copy_file(ModelLibrary::shippedFolder() / model, folder / model, fs::copy_options::overwrite_existing);
    return folder;
}

void TestNetworkQualityEngine::anOriginalIsJudgedAndItsDamageIsRead() {
    auto shipped = engine(ModelLibrary::shippedFolder());
    const auto opinion = shipped.judge(m_photograph, JudgedImage::Original);
    QVERIFY(opinion && opinion->degradation && !opinion->degradationFailure);
    QCOMPARE(opinion->modality, std::string("fundus"));
    const Image veiled{m_photograph.pixels * 0.5 + cv::Scalar::all(120), {}};
    const auto poor = shipped.judge(veiled, JudgedImage::Original);
    QVERIFY(poor && poor->degradation);
    QVERIFY(poor->degradation->severities.veil > opinion->degradation->severities.veil + 0.1);
}

void TestNetworkQualityEngine::ofAnEnhancedImageOnlyTheQualityIsJudged() {
    const auto opinion = engine(ModelLibrary::shippedFolder()).judge(m_photograph, JudgedImage::Enhanced);
    QVERIFY(opinion && !opinion->degradation && !opinion->degradationFailure);
}

void TestNetworkQualityEngine::whatIsNoFundusPhotographIsNotReadAndHasNotFailed() {
    const Image text{cv::Mat(300, 400, CV_8UC3, cv::Scalar(250, 240, 230)), {}};
    const auto opinion = engine(ModelLibrary::shippedFolder()).judge(text, JudgedImage::Original);
    QVERIFY(opinion && !opinion->degradation && !opinion->degradationFailure);
}

void TestNetworkQualityEngine::withoutAnEstimatorTheQualityIsJudgedAndItsLackIsNamed() {
    auto lacking = engine(folderWith("judge only", {"fundus_quality.safetensors"}));
    const auto opinion = lacking.judge(m_photograph, JudgedImage::Original);
    QVERIFY(opinion && !opinion->degradation && opinion->degradationFailure);
    QCOMPARE(opinion->degradationFailure->code, ErrorCode::ModelNotFound);
    QVERIFY(opinion->shares.good > 0.0);
}

void TestNetworkQualityEngine::anEstimatorThatIsDamagedIsAFailure() {
    const auto folder = folderWith("damaged", {"fundus_quality.safetensors", "fundus_degradation.safetensors"});
    fs::resize_file(folder / "fundus_degradation.safetensors", 1000);
    const auto opinion = engine(folder).judge(m_photograph, JudgedImage::Original);
    QVERIFY(opinion && !opinion->degradation && opinion->degradationFailure);
    QVERIFY(opinion->degradationFailure->code != ErrorCode::ModelNotFound);
}

void TestNetworkQualityEngine::theIdentityChangesWithTheEstimator() {
    const auto whole = engine(ModelLibrary::shippedFolder()).identity();
    const auto lacking = engine(folderWith("judge only", {"fundus_quality.safetensors"})).identity();
    QVERIFY(whole && lacking);
    QVERIFY(*whole != *lacking);
    QCOMPARE(engine(ModelLibrary::shippedFolder()).identity().value(), *whole);
}

void TestNetworkQualityEngine::withoutAJudgeThereIsNoIdentity() {
    auto lacking = engine(folderWith("estimator only", {"fundus_degradation.safetensors"}));
    QVERIFY(!lacking.identity());
    QVERIFY(!lacking.judge(m_photograph, JudgedImage::Original));
}

QTEST_GUILESS_MAIN(TestNetworkQualityEngine)
#include "tst_network_quality_engine.moc"
