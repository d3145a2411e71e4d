// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_judges.h"

#include "constant_assessor.h"
#include "methods/same/judge_checkpoints.h"

#include <QTemporaryDir>
#include <QTest>

using namespace limpid;

class TestGuardJudges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theQualityJudgeAloneIsEnough();
    void allThreeAreRead();
    void aFileOfAnotherJudgeIsRefused();
};

namespace {

/// All three judges in a folder.
GuardJudgeFiles savedIn(const QTemporaryDir& folder) {
    const auto path = std::filesystem::path(folder.path().toStdString());
    GuardJudgeFiles files{path / "quality.safetensors", path / "structure.safetensors", path / "estimator.safetensors"};
    const bool saved = saveQualityAssessor(files.quality, constantAssessor(0.7, 0.2, 0.1)) &&
                       saveStructureDetector(files.structure, StructureDetector()) &&
                       saveDegradationEstimator(files.estimator, DegradationEstimator());
    return saved ? files : GuardJudgeFiles{};
}

} // namespace

void TestGuardJudges::theQualityJudgeAloneIsEnough() {
    QTemporaryDir folder;
    const auto judges = loadGuardJudges({savedIn(folder).quality, {}, {}}, torch::kCPU);
    QVERIFY2(judges.has_value(), judges ? "" : englishSentence(judges.error()).c_str());
    QVERIFY(judges->quality && !judges->structure && !judges->estimator);
}

void TestGuardJudges::allThreeAreRead() {
    QTemporaryDir folder;
    const auto judges = loadGuardJudges(savedIn(folder), torch::kCPU);
    QVERIFY2(judges.has_value(), judges ? "" : englishSentence(judges.error()).c_str());
    QVERIFY(judges->quality && judges->structure && judges->estimator);
}

void TestGuardJudges::aFileOfAnotherJudgeIsRefused() {
    QTemporaryDir folder;
    auto files = savedIn(folder);
    files.estimator = files.structure;
    QCOMPARE(loadGuardJudges(files, torch::kCPU).error().code, ErrorCode::UnknownArchitecture);
}

QTEST_APPLESS_MAIN(TestGuardJudges)
#include "tst_guard_judges.moc"
