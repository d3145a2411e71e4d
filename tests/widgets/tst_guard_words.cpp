// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard/guard_words.h"

#include "widgets/guarded_photographs.h"

#include <QSet>
#include <QTest>

using namespace limpid;

class TestGuardWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidOfTheAdaptedModelsResult();
    void everyReasonHasWordsOfItsOwn();
    void theNameSaysWhoseResultItIs();
    void everyChoiceHasAReason();
    void theSummaryCountsEveryPhotograph();
};

void TestGuardWords::nothingIsSaidOfTheAdaptedModelsResult() {
    QVERIFY(guardWords(std::nullopt).isEmpty());
    QVERIFY(guardWords(GuardVerdict{GuardChoice::Adapted, GuardReason::Gains}).isEmpty());
    QCOMPARE(guardedName(QStringLiteral("North"), std::nullopt), QStringLiteral("North"));
    QCOMPARE(guardedName(QStringLiteral("North"), GuardVerdict{GuardChoice::Adapted, GuardReason::Gains}),
             QStringLiteral("North"));
}

void TestGuardWords::everyReasonHasWordsOfItsOwn() {
    QSet<QString> words;
    for (const auto reason :
         {GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LeavesVeil, GuardReason::LosesVessels,
          GuardReason::InventsVessels, GuardReason::IrregularVessels, GuardReason::ImplausibleColour})
        words.insert(guardWords(GuardVerdict{GuardChoice::Source, reason}));
    words.insert(guardWords(GuardVerdict{GuardChoice::Original, GuardReason::OriginalLooksBest}));
    QCOMPARE(words.size(), 8);
    QVERIFY(!words.contains(QString()));
    QVERIFY(guardWords(GuardVerdict{GuardChoice::Source, GuardReason::NoGain, 0.44}).contains(QLatin1String("0.4")));
}

void TestGuardWords::theNameSaysWhoseResultItIs() {
    const auto source = guardedName(QStringLiteral("North"), GuardVerdict{GuardChoice::Source, GuardReason::NoGain});
    const auto original =
        guardedName(QStringLiteral("North"), GuardVerdict{GuardChoice::Original, GuardReason::OriginalLooksBest});
    QVERIFY(source.startsWith(QStringLiteral("North")) && source != QStringLiteral("North"));
    QVERIFY(original.startsWith(QStringLiteral("North")) && original != source);
}

void TestGuardWords::everyChoiceHasAReason() {
    QSet<QString> reasons;
    for (const auto reason : {GuardReason::Gains, GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LeavesVeil,
                              GuardReason::LosesVessels, GuardReason::InventsVessels, GuardReason::IrregularVessels,
                              GuardReason::ImplausibleColour, GuardReason::OriginalLooksBest})
        reasons.insert(guardReason(test::guarded("eye.png", GuardChoice::Source, reason, 0.0)));
    QCOMPARE(reasons.size(), 9);
    QVERIFY(!reasons.contains(QString()));
    QSet<QString> choices;
    for (const auto choice : {GuardChoice::Adapted, GuardChoice::Source, GuardChoice::Original})
        choices.insert(guardChoiceWords(choice));
    QCOMPARE(choices.size(), 3);
}

void TestGuardWords::theSummaryCountsEveryPhotograph() {
    QCOMPARE(
        guardSummary(test::guardedPhotographs()),
        QStringLiteral(
            "With the adapted model in use, its result is shown for 2 of 4 photograph(s), the source model's for 1, "
            "and the photograph as it was taken for 1."));
}

QTEST_APPLESS_MAIN(TestGuardWords)
#include "tst_guard_words.moc"
