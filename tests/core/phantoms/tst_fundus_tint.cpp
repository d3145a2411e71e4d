// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_tint.h"

#include <QtTest>

using namespace limpid;

class TestFundusTint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDrawnColourLiesInTheMeasuredRange();
    void theDrawsCentreOnTheMeasuredMean();
};

void TestFundusTint::everyDrawnColourLiesInTheMeasuredRange() {
    for (const FundusTint tint : kFundusTints) {
        const TintStatistics& measured = tintStatistics(tint);
        PortableRandom random(1);
        for (int i = 0; i < 500; ++i) {
            const cv::Vec3d colour = drawMeanColour(tint, random);
            for (int channel = 0; channel < 3; ++channel) {
                QVERIFY(colour[channel] > measured.lowest[channel] && colour[channel] < measured.highest[channel]);
            }
        }
    }
}

void TestFundusTint::theDrawsCentreOnTheMeasuredMean() {
    for (const FundusTint tint : kFundusTints) {
        const TintStatistics& measured = tintStatistics(tint);
        PortableRandom random(2);
        cv::Vec3d sum(0.0, 0.0, 0.0);
        for (int i = 0; i < 1000; ++i) {
            sum += drawMeanColour(tint, random) / 1000.0;
        }
        for (int channel = 0; channel < 3; ++channel) {
            QVERIFY2(std::abs(sum[channel] - measured.mean[channel]) < 0.5 * measured.deviation[channel],
                     qPrintable(QStringLiteral("channel %1: %2").arg(channel).arg(sum[channel])));
        }
    }
}

QTEST_APPLESS_MAIN(TestFundusTint)
#include "tst_fundus_tint.moc"
