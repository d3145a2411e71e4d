// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/card_section.h"

#include "core/report/made_report.h"

#include <QTest>

using namespace limpid;

class CardSectionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void figuresStandWithTheirIntervalsAndWhatTheyWereMeasuredAgainst() {
        const auto words = wordsOf(cardSection(madeOutcome().card));
        QVERIFY(words.find("PSNR gain (dB) | clinic probe: 2 pseudo-references | fov | 1.5 | 1 to 2 |") !=
                std::string::npos);
        QVERIFY(words.find("Few images.") != std::string::npos);
        QVERIFY(words.find("Not a medical device") != std::string::npos);
    }

    void anOldCardWithoutIntervalsIsShownToo() {
        ModelCard card;
        card.metrics = {{"SSIM", 0.81, "fov", "15 held-out images", "limpid-cli train"}};
        const auto words = wordsOf(cardSection(card));
        QVERIFY(words.find("SSIM | 15 held-out images | fov | 0.81 | \u2013 |") != std::string::npos);
        QVERIFY(words.find("Lineage") == std::string::npos);
    }

    void aLongListOfHeldOutImagesIsCounted() {
        ModelCard card;
        for (int i = 0; i < 60; ++i)
            card.heldOut.push_back("HRF/" + std::to_string(i) + ".jpg");
        const auto words = wordsOf(cardSection(card));
        QVERIFY(words.find("60 entries; the last: HRF/56.jpg; HRF/57.jpg; HRF/58.jpg; HRF/59.jpg") !=
                std::string::npos);
        QVERIFY(words.find("HRF/0.jpg") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(CardSectionTest)
#include "tst_card_section.moc"
