// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "methods/same/guard_names.h"

#include <QTest>

using namespace limpid;

class TestGuardNames : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyReasonIsFoundAgainByItsName() {
        for (const auto reason :
             {GuardReason::Gains, GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LeavesVeil,
              GuardReason::LosesVessels, GuardReason::InventsVessels, GuardReason::IrregularVessels,
              GuardReason::ImplausibleColour, GuardReason::OriginalLooksBest})
            QVERIFY(guardReasonNamed(guardReasonName(reason)) == reason);
    }

    void everyChoiceIsFoundAgainByItsName() {
        for (const auto choice : {GuardChoice::Adapted, GuardChoice::Source, GuardChoice::Original})
            QVERIFY(guardChoiceNamed(guardChoiceName(choice)) == choice);
    }

    void otherWordsNameNothing() {
        for (const auto* word : {"", "Gains", "adapted ", "because"}) {
            QVERIFY(!guardReasonNamed(word));
            QVERIFY(!guardChoiceNamed(word));
        }
    }
};

QTEST_APPLESS_MAIN(TestGuardNames)
#include "tst_guard_names.moc"
