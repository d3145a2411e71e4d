// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guard_words.h"

#include <QSet>
#include <QTest>

using namespace limpid;

class TestGuardWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsSaidOfTheAdaptedModelsResult();
    void everyReasonHasWordsOfItsOwn();
    void theNameSaysWhoseResultItIs();
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
    for (const auto reason : {GuardReason::NoGain, GuardReason::LooksWorse, GuardReason::LosesVessels,
                              GuardReason::InventsVessels, GuardReason::ImplausibleColour})
        words.insert(guardWords(GuardVerdict{GuardChoice::Source, reason}));
    words.insert(guardWords(GuardVerdict{GuardChoice::Original, GuardReason::OriginalLooksBest}));
    QCOMPARE(words.size(), 6);
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

QTEST_APPLESS_MAIN(TestGuardWords)
#include "tst_guard_words.moc"
