// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_verdict.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

using namespace limpid;

Q_DECLARE_METATYPE(limpid::RestorationSigns)

class TestGuardVerdict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatSpeaksAgainstTheAdaptedModelIsNamed_data();
    void whatSpeaksAgainstTheAdaptedModelIsNamed();
    void whatIsNoNumberSpeaksAgainstIt();
    void aPhotographThatLooksBetterThanItsRestorationIsLeft();
    void everyReasonHasASentenceOfItsOwn();
};

namespace {

constexpr std::array<double, 3> fundusColour{0.6, 0.3, 0.15};
constexpr std::array<double, 3> blue{0.2, 0.3, 0.6};

RestorationSigns sound(double good = 0.8) {
    return {good, 0.9, 0.9, fundusColour};
}

} // namespace

void TestGuardVerdict::whatSpeaksAgainstTheAdaptedModelIsNamed_data() {
    QTest::addColumn<double>("forecast");
    QTest::addColumn<RestorationSigns>("source");
    QTest::addColumn<RestorationSigns>("adapted");
    QTest::addColumn<int>("reason");
    const auto row = [](const char* name, double forecast, RestorationSigns source, RestorationSigns adapted,
                        GuardReason reason) {
        QTest::newRow(name) << forecast << source << adapted << static_cast<int>(reason);
    };
    row("nothing", 0.6, sound(), sound(), GuardReason::Gains);
    row("too little gain", 0.5, sound(), sound(), GuardReason::NoGain);
    row("a loss", -2.0, sound(), sound(), GuardReason::NoGain);
    row("worse looks", 0.6, sound(0.80), sound(0.79), GuardReason::LooksWorse);
    row("lost vessels", 0.6, sound(), {0.8, 0.5, 0.9, fundusColour}, GuardReason::LosesVessels);
    row("vessels that neither keeps", 0.6, {0.8, 0.5, 0.9, fundusColour}, {0.8, 0.5, 0.9, fundusColour},
        GuardReason::Gains);
    row("invented vessels", 0.6, sound(), {0.8, 0.9, 0.5, fundusColour}, GuardReason::InventsVessels);
    row("a blue fundus", 0.6, sound(), {0.8, 0.9, 0.9, blue}, GuardReason::ImplausibleColour);
    const auto veiled = [](double veil) {
        return RestorationSigns{0.8, 0.9, 0.9, fundusColour, 0.0, veil};
    };
    row("as much of a veil", 0.6, veiled(0.20), veiled(0.22), GuardReason::Gains);
    row("more of a veil", 0.6, veiled(0.20), veiled(0.24), GuardReason::LeavesVeil);
    row("less of a veil", 0.6, veiled(0.40), veiled(0.24), GuardReason::Gains);
    row("no number for the veil", 0.6, veiled(0.2), veiled(std::nan("")), GuardReason::LeavesVeil);
    const auto noisy = [](double noise) {
        return RestorationSigns{0.8, 0.9, 0.9, fundusColour, 0.0, 0.0, noise};
    };
    row("less noise and a small gain", 0.1, noisy(0.20), noisy(0.19), GuardReason::Gains);
    row("less noise and a loss", -0.1, noisy(0.20), noisy(0.19), GuardReason::NoGain);
    row("hardly less noise", 0.1, noisy(0.20), noisy(0.195), GuardReason::NoGain);
    row("no number for the noise", 0.1, noisy(0.20), noisy(std::nan("")), GuardReason::NoGain);
    const auto drawn = [](double irregularity) {
        return RestorationSigns{0.8, 0.9, 0.9, fundusColour, irregularity};
    };
    row("within the threshold", 0.6, drawn(0.2), drawn(1.0), GuardReason::Gains);
    row("hardly more irregular", 0.6, drawn(0.9), drawn(1.04), GuardReason::Gains);
    row("irregular", 0.6, drawn(0.9), drawn(1.06), GuardReason::IrregularVessels);
    row("irregular in both", 0.6, drawn(2.0), drawn(2.1), GuardReason::Gains);
    row("no number for the vessels", 0.6, drawn(0.2), drawn(std::nan("")), GuardReason::IrregularVessels);
    row("a fundus that is blue in both", 0.6, {0.8, 0.9, 0.9, blue}, {0.8, 0.9, 0.9, blue}, GuardReason::Gains);
}

void TestGuardVerdict::whatSpeaksAgainstTheAdaptedModelIsNamed() {
    QFETCH(double, forecast);
    QFETCH(RestorationSigns, source);
    QFETCH(RestorationSigns, adapted);
    QFETCH(int, reason);
    const auto verdict = decideRestoration(forecast, {0.5}, source, adapted);
    QCOMPARE(static_cast<int>(verdict.reason), reason);
    QCOMPARE(verdict.choice == GuardChoice::Adapted, verdict.reason == GuardReason::Gains);
    QVERIFY(verdict.choice != GuardChoice::Original);
}

void TestGuardVerdict::whatIsNoNumberSpeaksAgainstIt() {
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(decideRestoration(nothing, {0.5}, sound(), sound()).choice, GuardChoice::Source);
    QCOMPARE(decideRestoration(1.0, {0.5}, sound(), sound(nothing)).choice, GuardChoice::Source);
}

void TestGuardVerdict::aPhotographThatLooksBetterThanItsRestorationIsLeft() {
    QCOMPARE(decideRestoration(1.0, {0.84}, sound(0.80), sound(0.80)).choice, GuardChoice::Original);
    QCOMPARE(decideRestoration(1.0, {0.84}, sound(0.80), sound(0.83)).choice, GuardChoice::Adapted);
    // The source model's result counts where that is what would be shown.
    QCOMPARE(decideRestoration(-1.0, {0.84}, sound(0.80), sound(0.83)).reason, GuardReason::OriginalLooksBest);
    // Not where it has what the restoration took away.
    QCOMPARE(decideRestoration(1.0, {0.84, 0.0, 0.1}, sound(0.80), sound(0.80)).choice, GuardChoice::Adapted);
    QCOMPARE(decideRestoration(-1.0, {0.84, 0.1, 0.0}, sound(0.80), sound(0.80)).choice, GuardChoice::Source);
}

void TestGuardVerdict::everyReasonHasASentenceOfItsOwn() {
    std::vector<std::string> sentences;
    for (const auto reason : {GuardReason::Gains, GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LeavesVeil,
                              GuardReason::LosesVessels, GuardReason::InventsVessels, GuardReason::IrregularVessels,
                              GuardReason::ImplausibleColour, GuardReason::OriginalLooksBest}) {
        const auto sentence = GuardVerdict{GuardChoice::Source, reason}.sentence();
        QVERIFY(sentence.ends_with('.'));
        QVERIFY(std::find(sentences.begin(), sentences.end(), sentence) == sentences.end());
        sentences.push_back(sentence);
    }
}

QTEST_APPLESS_MAIN(TestGuardVerdict)
#include "tst_guard_verdict.moc"
