// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_curves.h"

#include "core/report/made_report.h"

#include <QTest>

#include <cmath>

using namespace limpid;

class RunCurvesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyScoreNamesWhatItWasMeasuredAgainst() {
        const auto charts = runCurves(madeOutcome()).charts;
        QCOMPARE(charts.size(), std::size_t{6});
        for (const auto& chart : charts) {
            QVERIFY(!chart.xTitle.empty() && !chart.yTitle.empty());
            if (chart.title.starts_with("PSNR") || chart.title.starts_with("SSIM"))
                QVERIFY2(chart.title.find("measured against: ") != std::string::npos, chart.title.c_str());
        }
        const auto& probe = charts[2];
        QCOMPARE(probe.series.size(), std::size_t{3});
        QCOMPARE(probe.series[0].points.back().y, 26.0);
        QCOMPARE(probe.series[1].points.back().y, 25.0);
        QCOMPARE(probe.series[2].points.back().y, 24.0); // the source model, as it began
    }

    void theLossHasItsPartsAndSkippedStepsAreLeftOut() {
        auto outcome = madeOutcome();
        outcome.steps[1].loss = std::nan("");
        const auto loss = runCurves(outcome).charts[0];
        QCOMPARE(loss.series.size(), std::size_t{4});
        QCOMPARE(loss.series[0].points.size(), std::size_t{3});
        QCOMPARE(loss.series[1].points.size(), std::size_t{3});
        QCOMPARE(loss.series[1].points[1].x, 3.0);
    }

    void ofManyStepsNeighboursAreAveraged() {
        auto outcome = madeOutcome();
        outcome.steps.clear();
        for (int i = 1; i <= 600; ++i) {
            AdaptationStep step;
            step.step = i;
            step.loss = i;
            outcome.steps.push_back(step);
        }
        const auto points = runCurves(outcome).charts[0].series[0].points;
        QCOMPARE(points.size(), std::size_t{60});
        QCOMPARE(points[0].y, 5.5);
        QVERIFY(std::abs(points[0].x - 5.5) < 1e-9);
    }

    void whereNothingWasLearntThereAreNone() { QVERIFY(runCurves({}).charts.empty()); }
};

QTEST_APPLESS_MAIN(RunCurvesTest)
#include "tst_run_curves.moc"
