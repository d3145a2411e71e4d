// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/qcustomplot_shim.h"
#include "dashboard/curve_panel.h"
#include "dashboard/training_dashboard.h"

#include <QLabel>
#include <QProgressBar>
#include <QTest>

#include <cmath>
#include <limits>

using limpid::AdaptationEpoch;
using limpid::AdaptationStep;
using limpid::RunState;
using limpid::TrainingDashboard;

class TestTrainingDashboard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateHasAWord();
    void stepsBecomePointsOfTheLoss();
    void aSkippedStepLeavesAGap();
    void aLossThatStandsStillDoesNotStretchItsAxis();
    void epochsBecomePointsOfBothProbeCurves();
    void theLegendSaysWhatWasMeasuredAgainst();
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
    made.judged = 4;
    made.accepted = 3;
    made.seconds = seconds;
    return made;
}

} // namespace

void TestTrainingDashboard::everyStateHasAWord() {
    TrainingDashboard dashboard;
    QStringList words;
    for (const auto state : {RunState::Idle, RunState::Preparing, RunState::Running, RunState::Stopping, RunState::Done,
                             RunState::Failed}) {
        dashboard.setState(state);
        words << text(dashboard, "runState");
    }
    QCOMPARE(words, (QStringList{QStringLiteral("Ready"), QStringLiteral("Preparing…"), QStringLiteral("Running"),
                                 QStringLiteral("Stopping…"), QStringLiteral("Done"), QStringLiteral("Failed")}));
}

void TestTrainingDashboard::stepsBecomePointsOfTheLoss() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addStep(step(2, 0.3, 2.0));
    const auto& loss = dashboard.curves(Measure::Loss);
    QCOMPARE(loss.pointCount(0), 2);
    QCOMPARE(loss.valueAt(0, 1), 0.3);
    // The smoothed curve begins at the first value, not near 0: (0.9 * 0.1 * 0.5 + 0.1 * 0.3) / (1 - 0.81).
    QVERIFY(std::abs(loss.valueAt(1, 0) - 0.5) < 1e-12);
    QVERIFY(std::abs(loss.valueAt(1, 1) - 0.075 / 0.19) < 1e-12);
}

void TestTrainingDashboard::aSkippedStepLeavesAGap() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addStep(step(2, std::numeric_limits<double>::quiet_NaN(), 2.0));
    const auto& loss = dashboard.curves(Measure::Loss);
    QCOMPARE(loss.pointCount(0), 2);
    QVERIFY(std::isnan(loss.valueAt(0, 1)));
    QCOMPARE(loss.pointCount(1), 1);
}

void TestTrainingDashboard::aLossThatStandsStillDoesNotStretchItsAxis() {
    TrainingDashboard dashboard;
    for (int i = 1; i <= 200; ++i)
        dashboard.addStep(step(i, i % 2 == 0 ? 0.3 : std::numeric_limits<double>::quiet_NaN(), i));
    const auto range = dashboard.curves(Measure::Loss).findChild<QCustomPlot*>()->yAxis->range();
    QVERIFY(range.contains(0.3));
    QVERIFY(range.size() > 1e-3);
    QVERIFY(range.size() < 0.1);
}

void TestTrainingDashboard::epochsBecomePointsOfBothProbeCurves() {
    TrainingDashboard dashboard;
    AdaptationEpoch epoch;
    epoch.student = {24.0, 0.80};
    epoch.teacher = {24.5, 0.81};
    dashboard.addEpoch(epoch);
    QCOMPARE(dashboard.curves(Measure::Psnr).valueAt(0, 0), 24.0);
    QCOMPARE(dashboard.curves(Measure::Psnr).valueAt(1, 0), 24.5);
    QCOMPARE(dashboard.curves(Measure::Ssim).valueAt(0, 0), 0.80);
    QCOMPARE(dashboard.curves(Measure::Ssim).valueAt(1, 0), 0.81);
}

void TestTrainingDashboard::theLegendSaysWhatWasMeasuredAgainst() {
    const TrainingDashboard dashboard;
    for (const auto measure : {Measure::Psnr, Measure::Ssim}) {
        QCOMPARE(dashboard.curves(measure).legendText(0), QStringLiteral("Student · clinic probe"));
        QCOMPARE(dashboard.curves(measure).legendText(1), QStringLiteral("Teacher · clinic probe"));
    }
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
    const auto* bar = dashboard.findChild<QProgressBar*>();
    QCOMPARE(bar->value() * 4, bar->maximum());
}

void TestTrainingDashboard::theRemainingTimeComesAfterAFewSteps() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    QCOMPARE(text(dashboard, "runRemaining"), QStringLiteral("known after a few steps"));
    for (int i = 2; i <= 200; ++i)
        dashboard.addStep(step(i, 0.5, i * 0.5));
    QCOMPARE(text(dashboard, "runRemaining"), QStringLiteral("about 8:20")); // 1000 steps of 0.5 s
}

void TestTrainingDashboard::aNewRunStartsEmpty() {
    TrainingDashboard dashboard;
    dashboard.addStep(step(1, 0.5, 1.0));
    dashboard.addEpoch({});
    dashboard.beginRun(QStringLiteral("CPU"));
    QCOMPARE(dashboard.curves(Measure::Loss).pointCount(0), 0);
    QCOMPARE(dashboard.curves(Measure::Psnr).pointCount(0), 0);
    QCOMPARE(text(dashboard, "runStep"), QStringLiteral("–"));
    dashboard.addStep(step(1, 0.2, 1.0));
    QVERIFY(std::abs(dashboard.curves(Measure::Loss).valueAt(1, 0) - 0.2) < 1e-12);
}

QTEST_MAIN(TestTrainingDashboard)
#include "tst_training_dashboard.moc"
