// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/adaptation_control.h"

#include <QtTest>

#include <chrono>
#include <future>

using namespace limpid;

class TestAdaptationControl : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutAPauseNothingWaits();
    void aPausedRunGoesOnWhenItIsResumed();
    void aPausedRunCanBeStopped();
    void whatIsDecidedWhileItPausesIsToldAtOnce();
    void earlierDecisionsAreTakenUpAndLaterOnesStand();
    void aDecisionByHandStandsUntilItIsGivenBack();
    void thresholdsStandUntilTheJudgesGetTheirsBack();
};

void TestAdaptationControl::withoutAPauseNothingWaits() {
    AdaptationControl control;
    QVERIFY(!control.waitWhilePaused(
        {}, [] { QFAIL("nobody asked for a pause"); }, [] {}));
    control.requestPause();
    control.resume();
    QVERIFY(!control.waitWhilePaused(
        {}, [] { QFAIL("the pause was over before it began"); }, [] {}));
}

void TestAdaptationControl::aPausedRunGoesOnWhenItIsResumed() {
    AdaptationControl control;
    control.requestPause();
    std::promise<void> paused;
    auto run = std::async(std::launch::async, [&] {
        return control.waitWhilePaused(
            {}, [&] { paused.set_value(); }, [] {});
    });
    paused.get_future().wait();
    control.resume();
    QVERIFY(run.get());
}

void TestAdaptationControl::aPausedRunCanBeStopped() {
    AdaptationControl control;
    control.requestPause();
    std::stop_source stop;
    QVERIFY(control.waitWhilePaused(
        stop.get_token(), [&] { stop.request_stop(); }, [] {}));
}

void TestAdaptationControl::whatIsDecidedWhileItPausesIsToldAtOnce() {
    AdaptationControl control;
    control.setOverride(1, PickOverride::Pick);
    control.requestPause();
    std::promise<void> paused;
    std::promise<HandDecisions> decided;
    int told = 0;
    auto run = std::async(std::launch::async, [&] {
        return control.waitWhilePaused(
            {}, [] {},
            [&] {
                if (++told == 1)
                    paused.set_value();
                if (told == 2)
                    decided.set_value(control.decisions());
            });
    });
    paused.get_future().wait();
    control.setOverride(2, PickOverride::Reject);
    auto known = decided.get_future();
    QVERIFY(known.wait_for(std::chrono::seconds(20)) == std::future_status::ready); // It still pauses.
    QCOMPARE(known.get().overrides.size(), std::size_t{2});
    control.resume();
    QVERIFY(run.get());
}

void TestAdaptationControl::earlierDecisionsAreTakenUpAndLaterOnesStand() {
    HandDecisions earlier;
    earlier.overrides = {{1, PickOverride::Pick}, {2, PickOverride::Reject}};
    earlier.thresholds = PickThresholds{0.7, 4.5};
    AdaptationControl control;
    control.setOverride(2, PickOverride::Pick);
    control.restore(earlier);
    QCOMPARE(control.overrideOf(1), PickOverride::Pick);
    QCOMPARE(control.overrideOf(2), PickOverride::Pick);
    QVERIFY(control.thresholds() == earlier.thresholds);
    control.setThresholds(PickThresholds{0.9, 2.0});
    control.restore(earlier);
    QVERIFY((control.thresholds() == PickThresholds{0.9, 2.0}));
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
