// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_control.h"

#include <QtTest>

#include <future>

using namespace limpid;

class TestAdaptationControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAPauseNothingWaits();
    void aPausedRunGoesOnWhenItIsResumed();
    void aPausedRunCanBeStopped();
    void aDecisionByHandStandsUntilItIsGivenBack();
    void thresholdsStandUntilTheJudgesGetTheirsBack();
};

void TestAdaptationControl::withoutAPauseNothingWaits() {
    AdaptationControl control;
    QVERIFY(!control.waitWhilePaused({}, [] { QFAIL("nobody asked for a pause"); }));
    control.requestPause();
    control.resume();
    QVERIFY(!control.waitWhilePaused({}, [] { QFAIL("the pause was over before it began"); }));
}

void TestAdaptationControl::aPausedRunGoesOnWhenItIsResumed() {
    AdaptationControl control;
    control.requestPause();
    std::promise<void> paused;
    auto run = std::async(std::launch::async, [&] { return control.waitWhilePaused({}, [&] { paused.set_value(); }); });
    paused.get_future().wait();
    control.resume();
    QVERIFY(run.get());
}

void TestAdaptationControl::aPausedRunCanBeStopped() {
    AdaptationControl control;
    control.requestPause();
    std::stop_source stop;
    QVERIFY(control.waitWhilePaused(stop.get_token(), [&] { stop.request_stop(); }));
}

void TestAdaptationControl::aDecisionByHandStandsUntilItIsGivenBack() {
    AdaptationControl control;
    QCOMPARE(control.overrideOf(3), PickOverride::None);
    control.setOverride(3, PickOverride::Reject);
    control.setOverride(4, PickOverride::Pick);
    QCOMPARE(control.overrideOf(3), PickOverride::Reject);
    control.setOverride(3, PickOverride::None);
    QCOMPARE(control.overrideOf(3), PickOverride::None);
    QCOMPARE(control.overrideOf(4), PickOverride::Pick);
}

void TestAdaptationControl::thresholdsStandUntilTheJudgesGetTheirsBack() {
    AdaptationControl control;
    QVERIFY(!control.thresholds());
    control.setThresholds(PickThresholds{0.7, 4.5});
    QVERIFY((control.thresholds() == PickThresholds{0.7, 4.5}));
    control.setThresholds(std::nullopt);
    QVERIFY(!control.thresholds());
}

QTEST_APPLESS_MAIN(TestAdaptationControl)
#include "tst_adaptation_control.moc"
