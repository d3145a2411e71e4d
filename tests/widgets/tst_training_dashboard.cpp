// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dashboard/curve_panel.h"
#include "dashboard/training_dashboard.h"

#include <QCheckBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTest>

#include <cmath>
#include <limits>

using limpid::AdaptationEpoch;
using limpid::AdaptationStep;
using limpid::CurvePanel;
using limpid::RunState;
using limpid::TrainingDashboard;

class TestTrainingDashboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWord();
    void stepsBecomePointsOfTheLossAndItsParts();
    void aSkippedStepLeavesAGap();
    void epochsBecomePointsOfBothProbeCurvesAndCheckpoints();
    void theLegendSaysWhatWasMeasuredAgainst();
    void scoresGoToTheCurveOfWhatTheyWereMeasuredAgainst();
    void theStudentsAgreementWithItsTeacherIsACurveOfItsOwn();
    void aPressIsAnsweredByTheStateWordBeforeAnybodyIsAsked();
    void theButtonsFollowTheState();
    void theCrosshairOfOnePanelMovesThatOfAll();
    void theFiguresStandInWords();
    void theRemainingTimeComesAfterAFewSteps();
    void aNewRunStartsEmpty();
};

namespace {

using Measure = TrainingDashboard::Measure;

QString text(const TrainingDashboard& dashboard, const char* name) {
    return dashboard.findChild<QLabel*>(QLatin1String(name))->text();
}

AdaptationStep step(int number, double loss, double seconds) {
    AdaptationStep made;
    made.step = number;
    made.totalSteps = 1200;
    made.epoch = 1;
    made.loss = loss;
    made.imageLoss = 0.03;
    made.structureLoss = 0.02;
    made.redegradationLoss = 0.01;
    made.judged = 4;
    made.accepted = 3;
    made.seconds = seconds;
    return made;
}

} // namespace

void TestTrainingDashboard::everyStateHasAWord() {
    TrainingDashboard dashboard;
    QStringList words;
    for (const auto state : {RunState::Idle, RunState::Preparing, RunState::Running, RunState::Pausing,
                             RunState::Paused, RunState::Stopping, RunState::Done, RunState::Failed}) {
        dashboard.setState(state);
        words << text(dashboard, "runState");
    }
    QCOMPARE(words, (QStringList{QStringLiteral("Ready"), QStringLiteral("Preparing…"), QStringLiteral("Running"),
                                 QStringLiteral("Pausing…"), QStringLiteral("Paused"), QStringLiteral("Stopping…"),
                                 QStringLiteral("Done"), QStringLiteral("Failed")}));
}

void TestTrainingDashboard::stepsBecomePointsOfTheLossAndItsParts() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addStep(step(2, 0.3, 2.0));
    const auto& loss = dashboard.curves(Measure::Loss).curves();
    QCOMPARE(loss.curveCount(), 4);
    QCOMPARE(loss.data(0).points().size(), 2U);
    QCOMPARE(loss.data(0).points()[1].value, 0.3);
    QCOMPARE(loss.data(1).points()[1].value, 0.03);
    QCOMPARE(loss.data(2).points()[1].value, 0.02);
    QCOMPARE(loss.data(3).points()[1].value, 0.01);
    QCOMPARE(loss.legendText(3), QStringLiteral("Re-degradation"));
}

void TestTrainingDashboard::aSkippedStepLeavesAGap() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addStep(step(2, std::numeric_limits<double>::quiet_NaN(), 2.0));
    for (int curve = 0; curve < 4; ++curve) {
        const auto& points = dashboard.curves(Measure::Loss).curves().data(curve).points();
        QCOMPARE(points.size(), 2U);
        QVERIFY(std::isnan(points[1].value));
    }
}

void TestTrainingDashboard::epochsBecomePointsOfBothProbeCurvesAndCheckpoints() {
    TrainingDashboard dashboard;
    AdaptationEpoch epoch;
    epoch.step = 30;
    epoch.student = {24.0, 0.80};
    epoch.teacher = {24.5, 0.81};
    epoch.kept = true;
    dashboard.addEpoch(epoch);
    const auto value = [&](Measure measure, int curve) {
        return dashboard.curves(measure).curves().data(curve).points().front().value;
    };
    QCOMPARE(value(Measure::Psnr, 0), 24.0);
    QCOMPARE(value(Measure::Psnr, 1), 24.5);
    QCOMPARE(value(Measure::Ssim, 0), 0.80);
    QCOMPARE(value(Measure::Ssim, 1), 0.81);
    const auto& marks = dashboard.curves(Measure::Loss).curves().checkpoints().points();
    QCOMPARE(marks.size(), 1U);
    QCOMPARE(marks[0].step, 30);
    QCOMPARE(marks[0].value, 1.0);
}

void TestTrainingDashboard::theLegendSaysWhatWasMeasuredAgainst() {
    const TrainingDashboard dashboard;
    for (const auto measure : {Measure::Psnr, Measure::Ssim}) {
        const auto& curves = dashboard.curves(measure).curves();
        QCOMPARE(curves.legendText(0), QStringLiteral("Student · clinic probe"));
        QCOMPARE(curves.legendText(1), QStringLiteral("Teacher · clinic probe"));
        QCOMPARE(curves.legendText(2), QStringLiteral("Model in use · reference"));
        QCOMPARE(curves.legendText(3), QStringLiteral("Student · teacher"));
    }
}

void TestTrainingDashboard::scoresGoToTheCurveOfWhatTheyWereMeasuredAgainst() {
    TrainingDashboard dashboard;
    dashboard.addScores(TrainingDashboard::Against::Reference, 10, 5.0, {20.0, 0.7});
    dashboard.addScores(TrainingDashboard::Against::TeacherOutput, 10, 5.0, {30.0, 0.9});
    const auto& psnr = dashboard.curves(Measure::Psnr).curves();
    QVERIFY(psnr.data(0).points().empty());
    QCOMPARE(psnr.data(2).points().front().value, 20.0);
    QCOMPARE(psnr.data(3).points().front().value, 30.0);
    QCOMPARE(dashboard.curves(Measure::Ssim).curves().data(3).points().front().value, 0.9);
}

void TestTrainingDashboard::theStudentsAgreementWithItsTeacherIsACurveOfItsOwn() {
    TrainingDashboard dashboard;
    AdaptationEpoch epoch;
    dashboard.addEpoch(epoch); // nothing to agree about before the first step
    const auto& psnr = dashboard.curves(Measure::Psnr).curves();
    QVERIFY(psnr.data(3).points().empty());
    epoch.epoch = 1;
    epoch.step = 20;
    epoch.agreement = {35.5, 0.97};
    dashboard.addEpoch(epoch);
    QCOMPARE(psnr.data(3).points().size(), 1U);
    QVERIFY(!psnr.isShown(3)); // it would press the others together
    dashboard.findChild<QCheckBox*>(QStringLiteral("agreement"))->click();
    QVERIFY(psnr.isShown(3));
    QCOMPARE(psnr.data(3).points().front().value, 35.5);
    QCOMPARE(dashboard.curves(Measure::Ssim).curves().data(3).points().front().value, 0.97);
}

void TestTrainingDashboard::aPressIsAnsweredByTheStateWordBeforeAnybodyIsAsked() {
    TrainingDashboard dashboard;
    dashboard.setState(RunState::Running);
    QStringList words;
    const auto note = [&] {
        words << text(dashboard, "runState");
    };
    connect(&dashboard, &TrainingDashboard::pauseRequested, this, note);
    connect(&dashboard, &TrainingDashboard::resumeRequested, this, note);
    connect(&dashboard, &TrainingDashboard::stopRequested, this, note);
    connect(&dashboard, &TrainingDashboard::cancelRequested, this, note);
    dashboard.findChild<QPushButton*>(QStringLiteral("runPause"))->click();
    dashboard.setState(RunState::Paused);
    dashboard.findChild<QPushButton*>(QStringLiteral("runPause"))->click();
    dashboard.findChild<QPushButton*>(QStringLiteral("runStop"))->click();
    dashboard.setState(RunState::Preparing);
    dashboard.findChild<QPushButton*>(QStringLiteral("runCancel"))->click();
    QCOMPARE(words, (QStringList{QStringLiteral("Pausing…"), QStringLiteral("Running"), QStringLiteral("Stopping…"),
                                 QStringLiteral("Stopping…")}));
}

void TestTrainingDashboard::theButtonsFollowTheState() {
    TrainingDashboard dashboard;
    const auto enabled = [&](RunState state) {
        dashboard.setState(state);
        QString open;
        for (const auto* name : {"runPause", "runStop", "runCancel"})
            open += QLatin1Char(dashboard.findChild<QPushButton*>(QLatin1String(name))->isEnabled() ? '1' : '0');
        return open;
    };
    QCOMPARE(enabled(RunState::Idle), QStringLiteral("000"));
    QCOMPARE(enabled(RunState::Preparing), QStringLiteral("011"));
    QCOMPARE(enabled(RunState::Running), QStringLiteral("111"));
    QCOMPARE(enabled(RunState::Pausing), QStringLiteral("011"));
    QCOMPARE(enabled(RunState::Paused), QStringLiteral("111"));
    QCOMPARE(enabled(RunState::Stopping), QStringLiteral("000"));
    QCOMPARE(enabled(RunState::Done), QStringLiteral("000"));
    QCOMPARE(enabled(RunState::Failed), QStringLiteral("000"));
}

void TestTrainingDashboard::theCrosshairOfOnePanelMovesThatOfAll() {
    TrainingDashboard dashboard;
    for (int i = 1; i <= 5; ++i)
        dashboard.addStep(step(i, 0.5, i));
    AdaptationEpoch epoch;
    epoch.step = 5;
    epoch.student.psnr = 24.25;
    dashboard.addEpoch(epoch);
    Q_EMIT dashboard.findChildren<CurvePanel*>().front()->pointed(3.0);
    QVERIFY(dashboard.curves(Measure::Loss).pointedWords().startsWith(QStringLiteral("Step 3")));
    QVERIFY(dashboard.curves(Measure::Psnr).pointedWords().contains(QStringLiteral("24.25")));
}

void TestTrainingDashboard::theFiguresStandInWords() {
    QLocale::setDefault(QLocale::c());
    TrainingDashboard dashboard;
    dashboard.beginRun(QStringLiteral("CPU, 2 threads"));
    dashboard.addStep(step(7, 0.5, 3.0));
    dashboard.setElapsed(3725.4);
    dashboard.setProgress(0.25, QStringLiteral("Learning"));
    QCOMPARE(text(dashboard, "runDevice"), QStringLiteral("CPU, 2 threads"));
    QCOMPARE(text(dashboard, "runStep").remove(QLatin1Char(',')), QStringLiteral("7 of 1200"));
    QCOMPARE(text(dashboard, "runElapsed"), QStringLiteral("1:02:05"));
    QCOMPARE(text(dashboard, "runAccepted"), QStringLiteral("75 % of 4 pseudo-labels"));
    QCOMPARE(text(dashboard, "runWords"), QStringLiteral("Learning"));
    QCOMPARE(text(dashboard, "runQuality"), QStringLiteral("–"));
    dashboard.addMeanQuality(7, 3.0, 0.714);
    QCOMPARE(text(dashboard, "runQuality"), QStringLiteral("0.71"));
    dashboard.setMemory(2.0 * 1024 * 1024 * 1024, 16.0 * 1024 * 1024 * 1024);
    QCOMPARE(text(dashboard, "runMemory"), QStringLiteral("2.0 GB of 16.0 GB"));
    const auto* bar = dashboard.findChild<QProgressBar*>();
    QCOMPARE(bar->value() * 4, bar->maximum());
}

void TestTrainingDashboard::theRemainingTimeComesAfterAFewSteps() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 0.5));
    QCOMPARE(text(dashboard, "runRemaining"), QStringLiteral("known after a few steps"));
    for (int i = 2; i <= 200; ++i)
        dashboard.addStep(step(i, 0.5, i * 0.5));
    QCOMPARE(text(dashboard, "runRemaining"), QStringLiteral("about 8:20")); // 1000 steps of 0.5 s
    dashboard.setState(RunState::Done);                                      // stopped half-way
    QCOMPARE(text(dashboard, "runRemaining"), QStringLiteral("\u2013"));
}

void TestTrainingDashboard::aNewRunStartsEmpty() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addEpoch({});
    dashboard.beginRun(QStringLiteral("CPU"));
    for (const auto measure : {Measure::Loss, Measure::Psnr, Measure::Ssim, Measure::PseudoLabels})
        QVERIFY(!dashboard.curves(measure).curves().leading());
    QCOMPARE(text(dashboard, "runStep"), QStringLiteral("–"));
    dashboard.addStep(step(1, 0.2, 1.0));
    QVERIFY(std::abs(dashboard.curves(Measure::Loss).curves().data(0).points().front().smoothed - 0.2) < 1e-12);
}

QTEST_MAIN(TestTrainingDashboard)
#include "tst_training_dashboard.moc"
