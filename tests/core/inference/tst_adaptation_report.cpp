// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/adaptation_report.h"

#include <QTest>

#include <string>

using namespace limpid;

class TestAdaptationReport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelInUseIsNamed();
    void whatTheGuardDecidedIsThereInWordsThatCanBeReadBack();
    void withoutGuardAndReferenceNeitherIsThere();
    void aPhotographIsMeasuredFourTimesAgainstItsReference();
};

namespace {

FolderAdaptationOutcome outcome() {
    FolderAdaptationOutcome made;
    made.parent = "/models/fundus.safetensors";
    made.adapted = "/clinics/north/model.safetensors";
    made.modelWritten = true;
    made.summary.choice = AdaptationChoice::Teacher;
    return made;
}

} // namespace

void TestAdaptationReport::theModelInUseIsNamed() {
    auto made = outcome();
    auto report = adaptationReport({}, made, "same");
    QCOMPARE(report["model"].get<std::string>(), std::string("/clinics/north/model.safetensors"));
    QCOMPARE(report["used"].get<std::string>(), std::string("teacher"));
    made.modelWritten = false;
    made.summary.choice = AdaptationChoice::SourceKept;
    report = adaptationReport({}, made, "same");
    QCOMPARE(report["model"].get<std::string>(), std::string("/models/fundus.safetensors"));
    QCOMPARE(report["used"].get<std::string>(), std::string("source"));
}

void TestAdaptationReport::whatTheGuardDecidedIsThereInWordsThatCanBeReadBack() {
    auto made = outcome();
    made.guarded = {{"1.png", {GuardChoice::Adapted, GuardReason::Gains, 1.5, 0.25, 0.5, 0.75}},
                    {"2.png", {GuardChoice::Source, GuardReason::LooksWorse, 0.75, 0.25, 0.5, 0.375}}};
    const auto guard = adaptationReport({}, made, "same")["guard"];
    QCOMPARE(guard.size(), std::size_t{2});
    QCOMPARE(guard[0]["used"].get<std::string>(), std::string("adapted"));
    QCOMPARE(guard[0]["cause"].get<std::string>(), std::string("gains"));
    QCOMPARE(guard[1]["name"].get<std::string>(), std::string("2.png"));
    QCOMPARE(guard[1]["used"].get<std::string>(), std::string("source"));
    QCOMPARE(guard[1]["cause"].get<std::string>(), std::string("looks worse"));
    QCOMPARE(guard[1]["reason"].get<std::string>(), made.guarded[1].verdict.sentence());
    QCOMPARE(guard[1]["forecast"].get<double>(), 0.75);
    QCOMPARE(guard[1]["good_adapted"].get<double>(), 0.375);
}

void TestAdaptationReport::withoutGuardAndReferenceNeitherIsThere() {
    const auto report = adaptationReport({}, outcome(), "same");
    QVERIFY(!report.contains("guard") && !report.contains("reference"));
}

void TestAdaptationReport::aPhotographIsMeasuredFourTimesAgainstItsReference() {
    auto made = outcome();
    ReferenceScores scores;
    scores.worseShare = 1.0;
    scores.rows.push_back({"1.png", "/good/1.png", {20.0, 0.5}, {24.0, 0.75}, {23.0, 0.75}, {24.0, 0.75}});
    made.reference = scores;
    const auto reference = adaptationReport({}, made, "same")["reference"];
    QCOMPARE(reference["worse_share"].get<double>(), 1.0);
    const auto image = reference["images"][0];
    QCOMPARE(image["input"]["psnr"].get<double>(), 20.0);
    QCOMPARE(image["source"]["psnr"].get<double>(), 24.0);
    QCOMPARE(image["adapted"]["psnr"].get<double>(), 23.0);
    QCOMPARE(image["guarded"]["ssim"].get<double>(), 0.75);
}

QTEST_APPLESS_MAIN(TestAdaptationReport)
#include "tst_adaptation_report.moc"
