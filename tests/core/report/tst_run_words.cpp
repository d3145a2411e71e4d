// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_words.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace limpid;

class RunWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreRoundedAndWhatIsNoneIsADash() {
        QCOMPARE(numberInWords(24.316, 2), std::string("24.32"));
        QCOMPARE(numberInWords(std::nan(""), 2), std::string("\u2013"));
        QCOMPARE(numberInWords(std::numeric_limits<double>::infinity(), 2), std::string("\u2013"));
        QCOMPARE(scoresInWords(24.3, 0.8124), std::string("24.30 dB, SSIM 0.812"));
        QCOMPARE(gainInWords(-0.5), std::string("-0.50 dB"));
        QCOMPARE(gainInWords(std::nan("")), std::string("\u2013"));
    }

    void timesAreReadable() {
        QCOMPARE(timeInWords(59.4), std::string("59 s"));
        QCOMPARE(timeInWords(200.0), std::string("3 min 20 s"));
        QCOMPARE(timeInWords(7500.0), std::string("2 h 5 min"));
    }

    void oneIsNotMany() {
        QCOMPARE(countInWords(1, "photograph"), std::string("1 photograph"));
        QCOMPARE(countInWords(0, "photograph"), std::string("0 photographs"));
        QVERIFY(mixedFolderInWords(6, 20).find(": 6 of 20 are") != std::string::npos);
    }

    void whatTheGuardChoseIsCounted() {
        const auto words = guardInWords({{"a", {GuardChoice::Adapted}},
                                         {"b", {GuardChoice::Source}},
                                         {"c", {GuardChoice::Adapted}},
                                         {"d", {GuardChoice::Original}}});
        QCOMPARE(words, std::string("The guard takes the adapted model's result for 2 of 4 photographs, the source "
                                    "model's for 1, and leaves 1 as taken."));
    }
};

QTEST_APPLESS_MAIN(RunWordsTest)
#include "tst_run_words.moc"
