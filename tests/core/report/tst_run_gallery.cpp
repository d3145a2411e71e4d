// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/run_gallery.h"

#include "core/report/made_report.h"

#include <QTest>

using namespace limpid;

class RunGalleryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBestTheWorstAndTheRejectedAreShown() {
        const auto sections = runGallery(madeOutcome());
        QCOMPARE(sections.size(), std::size_t{3});
        const auto best = wordsOf(sections[0]);
        QVERIFY(best.find("measured against: reference") != std::string::npos);
        QVERIFY(best.find("best.png (+3.00 dB)\n\nInput: 15.00 dB, SSIM 0.500\nSource model: 20.00 dB, SSIM 0.600\n"
                          "Adapted model: 23.00 dB, SSIM 0.700\nReference\n") != std::string::npos);
        const auto worst = wordsOf(sections[1]);
        QVERIFY(worst.find(hostileImage + " (-1.00 dB)") != std::string::npos);
        QVERIFY(worst.find(hostileImage + " | 15.00 | 20.00 | 19.00 | -1.00 |") != std::string::npos);
        QVERIFY(worst.find("middle.png") == std::string::npos);
        const auto rejected = wordsOf(sections[2]);
        QVERIFY(rejected.find("It rejected 1: 1 by the quality judge alone") != std::string::npos);
        QVERIFY(rejected.find("The quality judge refused it.") != std::string::npos);
    }

    void withoutReferencesTheProbeStandsIn() {
        auto outcome = madeOutcome();
        outcome.reference.reset();
        const auto sections = runGallery(outcome);
        QCOMPARE(sections.size(), std::size_t{3});
        QVERIFY(wordsOf(sections[0]).find("measured against: clinic probe") != std::string::npos);
        QVERIFY(wordsOf(sections[0]).find("held out 1.png (+2.00 dB)") != std::string::npos);
        QVERIFY(wordsOf(sections[1]).find("held out 2.png (+1.00 dB)") != std::string::npos);
    }

    void whereThereIsNothingToShowThereAreNoSections() {
        QVERIFY(runGallery({}).empty());
        auto kept = madeOutcome();
        kept.summary.choice = AdaptationChoice::SourceKept;
        QCOMPARE(runGallery(kept).size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(RunGalleryTest)
#include "tst_run_gallery.moc"
