// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/folder_guard.h"

#include "../methods/constant_assessor.h"
#include "../methods/simple_networks.h"
#include "methods/same/judge_checkpoints.h"

#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

class TestFolderGuard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itLearnsFromTheAcceptedPhotographsOnly();
    void withTooFewOfThemThereIsNone();
    void everyPhotographGetsAVerdict();
    void withoutAJudgeItIsASentence_data();
    void withoutAJudgeItIsASentence();
    void whatLeavesMoreDamageOnAverageIsNotPutToUse();
    void theScoresAreThoseOfWhatWasChosen();
};

namespace {

TrainingData clinicOf(std::int64_t count) {
    const auto clinic = tinyClinic(count, 32);
    TrainingData data;
    data.images = clinic.images;
    data.fieldOfView = clinic.fieldOfView;
    for (std::int64_t i = 0; i < count; ++i)
        data.names.push_back(std::to_string(i) + ".png");
    return data;
}

std::vector<ImageDecision> decisionsOf(std::size_t count, std::size_t accepted) {
    std::vector<ImageDecision> decisions(count);
    for (std::size_t i = 0; i < count; ++i)
        decisions[i].decision.accepted = i < accepted;
    return decisions;
}

GuardedClinic guarded(const TrainingData& data, const std::vector<ImageDecision>& decisions) {
    return {data, decisions, identityUnet(), tonedUnet(1.0), {}};
}

} // namespace

void TestFolderGuard::itLearnsFromTheAcceptedPhotographsOnly() {
    const auto data = clinicOf(10);
    const auto decisions = decisionsOf(10, 7);
    const auto guard = learnGuard(guarded(data, decisions), makeDegradation, "gfe", 1);
    QVERIFY(guard.has_value());
    // Seven were learnt from: with the others it would expect something else.
    const auto all = learnGuard(guarded(data, decisionsOf(10, 10)), makeDegradation, "gfe", 1);
    QVERIFY(guard->forecast({20.0, 20.0, 30.0}) != all->forecast({20.0, 20.0, 30.0}));
}

void TestFolderGuard::withTooFewOfThemThereIsNone() {
    const auto data = clinicOf(10);
    QVERIFY(!learnGuard(guarded(data, decisionsOf(10, 5)), makeDegradation, "gfe", 1));
    QVERIFY(!learnGuard(guarded(data, decisionsOf(10, 0)), makeDegradation, "gfe", 1));
}

void TestFolderGuard::everyPhotographGetsAVerdict() {
    QTemporaryDir folder;
    const auto judge = std::filesystem::path(folder.path().toStdString()) / "judge.safetensors";
    QVERIFY(saveQualityAssessor(judge, constantAssessor(0.7, 0.2, 0.1)).has_value());
    const auto data = clinicOf(9);
    const auto decisions = decisionsOf(9, 9);
    const auto always = ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 20.0, 20.0}, 1.0}));
    const auto decided = guardFolder(guarded(data, decisions), *always, {judge, {}, {}});
    QVERIFY2(decided.has_value(), decided ? "" : englishSentence(decided.error()).c_str());
    QCOMPARE(decided->size(), std::size_t{9});
    QCOMPARE(decided->back().name, std::string("8.png"));
    for (const auto& image : *decided)
        QVERIFY(std::abs(image.verdict.forecast - 1.0) < 1e-9);
}

void TestFolderGuard::withoutAJudgeItIsASentence_data() {
    QTest::addColumn<int>("missing");
    QTest::newRow("quality") << 0;
    QTest::newRow("structure") << 1;
    QTest::newRow("estimator") << 2;
}

void TestFolderGuard::withoutAJudgeItIsASentence() {
    QFETCH(int, missing);
    QTemporaryDir folder;
    GuardJudgeFiles files{std::filesystem::path(folder.path().toStdString()) / "judge.safetensors", {}, {}};
    QVERIFY(saveQualityAssessor(files.quality, constantAssessor(0.7, 0.2, 0.1)).has_value());
    (missing == 0 ? files.quality : missing == 1 ? files.structure : files.estimator) = "nowhere.safetensors";
    const auto data = clinicOf(2);
    const auto decisions = decisionsOf(2, 2);
    const auto guard = ImageGuard::learn(std::vector<ImageGuard::Sample>(30, {{20.0, 20.0, 20.0}, 1.0}));
    QCOMPARE(guardFolder(guarded(data, decisions), *guard, files).error().code, ErrorCode::ModelNotFound);
}

void TestFolderGuard::whatLeavesMoreDamageOnAverageIsNotPutToUse() {
    QVERIFY(!leavesDamage({}));
    std::vector<GuardedImage> decided(4);
    QVERIFY(!leavesDamage(decided));
    decided[1].verdict.veilAdded = 0.25;
    decided[3].verdict.veilAdded = -0.18; // 0.0175 on average
    QVERIFY(!leavesDamage(decided));
    decided[0].verdict.noiseAdded = 0.024;
    QVERIFY(leavesDamage(decided) == AdaptationVerdict::LeavesNoise);
    decided[3].verdict.veilAdded = -0.16;
    QVERIFY(leavesDamage(decided) == AdaptationVerdict::LeavesVeil);
}

void TestFolderGuard::theScoresAreThoseOfWhatWasChosen() {
    ReferenceScores scores;
    scores.rows = {{"a.png", {}, {20.0, 0.5}, {22.0, 0.6}, {24.0, 0.7}, {}},
                   {"b.png", {}, {20.0, 0.5}, {22.0, 0.6}, {19.0, 0.4}, {}},
                   {"c.png", {}, {20.0, 0.5}, {22.0, 0.6}, {23.0, 0.7}, {}},
                   {"unknown.png", {}, {20.0, 0.5}, {22.0, 0.6}, {25.0, 0.8}, {}}};
    addGuarded(
        scores,
        {{"a.png", {GuardChoice::Adapted}}, {"b.png", {GuardChoice::Source}}, {"c.png", {GuardChoice::Original}}});
    QCOMPARE(scores.rows[0].guarded.psnr, 24.0);
    QCOMPARE(scores.rows[1].guarded.psnr, 22.0);
    QCOMPARE(scores.rows[2].guarded.psnr, 20.0);
    QCOMPARE(scores.rows[3].guarded.psnr, 25.0); // nobody decided about it
    QCOMPARE(scores.guarded.psnr, (24.0 + 22.0 + 20.0 + 25.0) / 4.0);
    QCOMPARE(scores.guardedWorseShare, 0.25);
}

QTEST_APPLESS_MAIN(TestFolderGuard)
#include "tst_folder_guard.moc"
