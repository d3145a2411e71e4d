// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error_sentence.h"
#include "outcome_sentence.h"

#include <QLocale>
#include <QTest>

using namespace limpid;

class TestWorkstationSentences : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void folderErrorsNameTheLikeliestCauses_data();
    void folderErrorsNameTheLikeliestCauses();
    void noSentenceNamesAnOptionThatTheWindowLacks_data();
    void noSentenceNamesAnOptionThatTheWindowLacks();
    void aPathWithAPlaceholderStaysWhatItIs();
    void aRowNamesItsFileWithoutTheFolder();
    void anOutcomeSaysWhatWasMeasured();
    void anOutcomeSaysHowOftenWhichResultIsShown();
    void anOutcomeWithoutAModelGivesTheReason();
    void aClinicThatCannotBeLearntFromIsExplained();
    void aMixedFolderIsSaid();
    void aClinicIsCalledByItsFolder_data();
    void aClinicIsCalledByItsFolder();
};

void TestWorkstationSentences::folderErrorsNameTheLikeliestCauses_data() {
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("cause");
    QTest::newRow("missing") << int(ErrorCode::FolderNotFound) << QStringLiteral("drive is not plugged in");
    QTest::newRow("file") << int(ErrorCode::NotAFolder) << QStringLiteral("the folder that holds it");
    QTest::newRow("empty") << int(ErrorCode::NoImagesInFolder) << QStringLiteral("in a folder below it");
}

void TestWorkstationSentences::folderErrorsNameTheLikeliestCauses() {
    QFETCH(int, code);
    QFETCH(QString, cause);
    const auto sentence = errorSentence({ErrorCode(code), {"/clinic/eyes"}, "errno 2"});
    QVERIFY(sentence.contains(QStringLiteral("/clinic/eyes")));
    QVERIFY(sentence.contains(cause));
    QVERIFY(!sentence.contains(QStringLiteral("errno")));
}

void TestWorkstationSentences::noSentenceNamesAnOptionThatTheWindowLacks_data() {
    QTest::addColumn<int>("code");
    QTest::newRow("model") << int(ErrorCode::ModelNotFound);
    QTest::newRow("exists") << int(ErrorCode::OutputExists);
    QTest::newRow("original") << int(ErrorCode::OutputIsInput);
    QTest::newRow("disk") << int(ErrorCode::DiskFull);
    QTest::newRow("no run") << int(ErrorCode::NothingToResume);
    QTest::newRow("odd run") << int(ErrorCode::CannotResume);
}

void TestWorkstationSentences::noSentenceNamesAnOptionThatTheWindowLacks() {
    QFETCH(int, code);
    const auto sentence = errorSentence({ErrorCode(code), {"thing"}, {}});
    QVERIFY(sentence.contains(QStringLiteral("thing")));
    QVERIFY(!sentence.contains(QStringLiteral("limpid-cli")));
    QVERIFY(!sentence.contains(QStringLiteral("--force")));
    QVERIFY(!sentence.contains(QStringLiteral("--resume")));
}

void TestWorkstationSentences::aPathWithAPlaceholderStaysWhatItIs() {
    const auto sentence = errorSentence({ErrorCode::DeviceUnavailable, {"%2", "100 %1 busy"}, {}});
    QVERIFY(sentence.contains(QStringLiteral("The device %2 cannot be used (100 %1 busy)")));
}

void TestWorkstationSentences::aRowNamesItsFileWithoutTheFolder() {
    const auto sentence = errorSentenceForRow({ErrorCode::FileEmpty, {"/a/long/way/to/眼底.jpg"}, {}});
    QVERIFY(sentence.startsWith(QStringLiteral("眼底.jpg is empty")));
}

void TestWorkstationSentences::anOutcomeSaysWhatWasMeasured() {
    FolderAdaptationOutcome outcome;
    outcome.modelWritten = true;
    outcome.summary.source = {24.104, 0.8011};
    outcome.summary.kept = {25.318, 0.8239};
    QCOMPARE(
        outcomeSentence(outcome, QStringLiteral("North")),
        QStringLiteral("A model for North is ready: on the clinic probe, PSNR went from 24.10 to 25.32 dB and SSIM "
                       "from 0.801 to 0.824. No guard could be learnt, so its results are shown for every photograph; "
                       "compare before and after."));
    outcome.reference.emplace();
    outcome.reference->source.psnr = 21.5;
    outcome.reference->adapted.psnr = 22.75;
    outcome.reference->rows.resize(24);
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North"))
                .endsWith(QStringLiteral("PSNR went from 21.50 to 22.75 dB.")));
}

void TestWorkstationSentences::anOutcomeSaysHowOftenWhichResultIsShown() {
    FolderAdaptationOutcome outcome;
    outcome.modelWritten = true;
    outcome.guarded = {{"a.png", {GuardChoice::Adapted, GuardReason::Gains}},
                       {"b.png", {GuardChoice::Source, GuardReason::NoGain}},
                       {"c.png", {GuardChoice::Source, GuardReason::NoGain}}};
    const auto counts = QStringLiteral("result is shown for 1 of 3 photograph");
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North")).contains(counts));
    outcome.modelWritten = false;
    QVERIFY(!outcomeSentence(outcome, QStringLiteral("North")).contains(counts));
}

void TestWorkstationSentences::anOutcomeWithoutAModelGivesTheReason() {
    FolderAdaptationOutcome outcome;
    outcome.summary.stopped = true;
    outcome.summary.gain = -0.304;
    outcome.failures.resize(3);
    QCOMPARE(
        outcomeSentence(outcome, QStringLiteral("North")),
        QStringLiteral("Stopped as asked. The clinic probe saw no gain worth having (-0.30 dB at best), so the old "
                       "model stays in use. Left out because unreadable: 3."));
    outcome.summary.gain = 0.02;
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North")).contains(QStringLiteral("(+0.02 dB at best)")));
}

void TestWorkstationSentences::aClinicThatCannotBeLearntFromIsExplained() {
    FolderAdaptationOutcome outcome;
    outcome.summary.reason = "English, for the command line";
    outcome.summary.verdict = AdaptationVerdict::FewAccepted;
    outcome.summary.acceptedAtStart = 0.034;
    auto sentence = outcomeSentence(outcome, QStringLiteral("North"));
    QVERIFY(sentence.startsWith(QStringLiteral("The judges accept only 3 % of what the model makes")));
    outcome.summary.verdict = AdaptationVerdict::NothingAlike;
    outcome.summary.unlikeness = 1.8;
    sentence = outcomeSentence(outcome, QStringLiteral("North"));
    QVERIFY(sentence.contains(QStringLiteral("(unlikeness 1.80, at most 1.20 is credible)")));
    QVERIFY(!sentence.contains(QStringLiteral("command line")));
    for (const auto verdict :
         {AdaptationVerdict::AcceptsNoMore, AdaptationVerdict::BecameFlat, AdaptationVerdict::DriftedAway}) {
        outcome.summary.verdict = verdict;
        const auto other = outcomeSentence(outcome, QStringLiteral("North"));
        QVERIFY(other != std::exchange(sentence, other));
        QVERIFY(other.contains(QStringLiteral("the run ended early; the old model stays in use")));
    }
    outcome.summary.verdict = AdaptationVerdict::LeavesVeil;
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North")).contains(QStringLiteral("more of the veil")));
    outcome.summary.verdict = AdaptationVerdict::LeavesNoise;
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North")).contains(QStringLiteral("more noise")));
}

void TestWorkstationSentences::aMixedFolderIsSaid() {
    FolderAdaptationOutcome outcome;
    outcome.summary.images = 16;
    outcome.summary.probeImages = 4;
    QVERIFY(!outcomeSentence(outcome, QStringLiteral("North")).contains(QStringLiteral("two clearly different")));
    outcome.summary.otherKind = 6;
    QVERIFY(outcomeSentence(outcome, QStringLiteral("North")).contains(QStringLiteral("6 of 20 are of the smaller")));
}

void TestWorkstationSentences::aClinicIsCalledByItsFolder_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("name");
    QTest::newRow("own name") << QStringLiteral("/data/North Clinic") << QStringLiteral("North Clinic");
    QTest::newRow("with a slash") << QStringLiteral("/data/North/") << QStringLiteral("North");
    QTest::newRow("says nothing") << QStringLiteral("/data/CSDI/Images") << QStringLiteral("CSDI");
    QTest::newRow("nothing above") << QStringLiteral("/images") << QStringLiteral("images");
    QTest::newRow("the root") << QStringLiteral("/") << QStringLiteral("My clinic");
}

void TestWorkstationSentences::aClinicIsCalledByItsFolder() {
    QFETCH(QString, folder);
    QFETCH(QString, name);
    QCOMPARE(suggestedClinicName(folder.toStdString()), name);
}

QTEST_APPLESS_MAIN(TestWorkstationSentences)
#include "tst_workstation_sentences.moc"
