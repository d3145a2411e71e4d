// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "constant_assessor.h"
#include "methods/same/clinic_preparation.h"
#include "tiny_clinic.h"

#include <QtTest>

#include <algorithm>

using namespace limpid;

class TestClinicPreparation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aFifthIsHeldOutAndTheRestIsLearntFrom();
    void withoutRedegradationNothingIsDegradedAgain();
    void aClinicOfWhichTheJudgesAcceptNothingIsRefused();
    void aClinicThatNothingImitatesIsRefused();
    void aStoppedPreparationEndsAtOnce();
    void ofAMixedFolderEachKindIsHeldOutByItsShare();
    void bothKindsOfAMixedFolderAreLearntFromEquallyOftenWhereThatIsWanted();

private:
    struct Prepared {
        Result<PreparedClinic> clinic;
        AdaptationSummary summary;
        std::vector<PickDecision> decisions;
    };
    Prepared prepare(double good = 0.95, const std::stop_token& stop = {}) const {
        return prepare(tinyClinic(11, 32), good, stop);
    }
    Prepared prepare(const ClinicImages& images, double good, const std::stop_token& stop) const;

    AdaptationConfig m_config;
};

void TestClinicPreparation::initTestCase() {
    m_config = configurationWithoutJudges();
    m_config.useQualityJudge = true;
}

TestClinicPreparation::Prepared TestClinicPreparation::prepare(const ClinicImages& images, double good,
                                                               const std::stop_token& stop) const {
    auto picker = PseudoLabelPicker::create(constantAssessor(good, 0.1, 0.1), StructureDetector(nullptr),
                                            {m_config.qualityThreshold, true, false});
    PseudoLabeller labeller(std::move(*picker), {}, false);
    const DegradationMaker maker = makeDegradation;
    ClinicPreparation preparation(m_config, images, labeller, maker);
    StructurePreservingUnet source(tinyUnet());
    AdaptationSummary summary;
    auto clinic = preparation.prepare(source, summary, stop);
    return {std::move(clinic), summary, preparation.takeDecisions()};
}

void TestClinicPreparation::aFifthIsHeldOutAndTheRestIsLearntFrom() {
    const auto prepared = prepare();
    QVERIFY(prepared.clinic.has_value());
    QCOMPARE(prepared.summary.probeImages, 2);
    QCOMPARE(prepared.summary.images, 9);
    QCOMPARE(prepared.summary.acceptedAtStart, 1.0);
    const auto& learnt = prepared.clinic->trainedImages;
    QCOMPARE(learnt.size(), std::size_t{9});
    QVERIFY(std::is_sorted(learnt.begin(), learnt.end()));
    QCOMPARE(prepared.clinic->heldOutImages.size(), std::size_t{2});
    for (const auto held : prepared.clinic->heldOutImages)
        QVERIFY(std::find(learnt.begin(), learnt.end(), held) == learnt.end());
    // The crops are of just these images.
    const auto whole = prepared.clinic->crops.whole({8}).images[0];
    const auto original = tinyClinic(11, 32).images[learnt[8]].to(torch::kFloat) / 255.0;
    QVERIFY(torch::allclose(whole, original, 0.0, 1e-6));
    QVERIFY(prepared.clinic->redegrader.has_value());
}

void TestClinicPreparation::withoutRedegradationNothingIsDegradedAgain() {
    m_config.redegrade = false;
    const auto prepared = prepare();
    QCOMPARE(prepared.decisions.size(), std::size_t{11});
    QVERIFY(!prepared.clinic->redegrader.has_value());
}

void TestClinicPreparation::aClinicOfWhichTheJudgesAcceptNothingIsRefused() {
    const auto prepared = prepare(/*good=*/0.3);
    QVERIFY(!prepared.clinic);
    QCOMPARE(prepared.clinic.error().code, ErrorCode::ProbeNotCredible);
    QCOMPARE(prepared.summary.acceptedAtStart, 0.0);
    QCOMPARE(prepared.summary.verdict, AdaptationVerdict::FewAccepted);
    QCOMPARE(prepared.decisions.size(), std::size_t{11}); // a person may still ask why
}

void TestClinicPreparation::aClinicThatNothingImitatesIsRefused() {
    m_config.mostUnlike = 0.0;
    const auto prepared = prepare();
    QVERIFY(!prepared.clinic);
    QCOMPARE(prepared.clinic.error().code, ErrorCode::ProbeNotCredible);
    QVERIFY(prepared.summary.unlikeness > 0.0);
    QCOMPARE(prepared.summary.verdict, AdaptationVerdict::NothingAlike);
}

void TestClinicPreparation::aStoppedPreparationEndsAtOnce() {
    std::stop_source stop;
    stop.request_stop();
    const auto prepared = prepare(/*good=*/0.95, stop.get_token());
    QVERIFY(!prepared.clinic);
    QCOMPARE(prepared.clinic.error().code, ErrorCode::Cancelled);
    QVERIFY(prepared.decisions.empty());
}

void TestClinicPreparation::ofAMixedFolderEachKindIsHeldOutByItsShare() {
    auto images = tinyClinic(20, 32);
    images.images.slice(0, 14).div_(4, "floor"); // the last six come from a dark camera
    m_config.mostUnlike = 1e9;
    const auto prepared = prepare(images, 0.95, {});
    QVERIFY(prepared.clinic.has_value());
    QCOMPARE(prepared.summary.otherKind, 6);
    const auto& held = prepared.clinic->heldOutImages;
    QCOMPARE(held.size(), std::size_t{4});
    QCOMPARE(std::count_if(held.begin(), held.end(), [](int64_t image) { return image >= 14; }), std::ptrdiff_t{1});
    QCOMPARE(prepared.clinic->trainedImages.size(), std::size_t{16});
}

void TestClinicPreparation::bothKindsOfAMixedFolderAreLearntFromEquallyOftenWhereThatIsWanted() {
    auto images = tinyClinic(20, 32);
    images.images.slice(0, 14).div_(4, "floor"); // the last six come from a dark camera
    m_config.mostUnlike = 1e9;
    const auto drawnOfTheDark = [&] {
        const auto prepared = prepare(images, 0.95, {});
        auto crops = prepared.clinic->crops;
        int dark = 0;
        for (const auto index : crops.draw(400).indices)
            dark += prepared.clinic->trainedImages[static_cast<std::size_t>(index)] >= 14 ? 1 : 0;
        return dark;
    };
    // Five of the sixteen that are left: 125 of 400 with a standard deviation of 9; or half, with one of 10.
    const int asTheyCome = drawnOfTheDark();
    QVERIFY2(asTheyCome > 75 && asTheyCome < 165, qPrintable(QString::number(asTheyCome)));
    m_config.balanceKinds = true;
    const int balanced = drawnOfTheDark();
    m_config.balanceKinds = false;
    QVERIFY2(balanced > 165 && balanced < 250, qPrintable(QString::number(balanced)));
}

QTEST_APPLESS_MAIN(TestClinicPreparation)
#include "tst_clinic_preparation.moc"
