// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/speckle.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestSpeckle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itsLogarithmIsThatOfAnExponentialDistribution();
};

void TestSpeckle::itsLogarithmIsThatOfAnExponentialDistribution() {
    // Of an exponential variable of mean 1, 10 log10 has mean -10 gamma / ln 10 = -2.507 and deviation
    // (10 / ln 10) pi / sqrt(6) = 5.570; grains of one pixel are nearly independent.
    PortableRandom random(1);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(speckleDecibels({300, 300}, {1.0, 1.0}, random), mean, deviation);
    QVERIFY2(std::abs(mean[0] + 2.507) < 0.15, qPrintable(QString::number(mean[0])));
    QVERIFY2(std::abs(deviation[0] - 5.570) < 0.2, qPrintable(QString::number(deviation[0])));
}

QTEST_APPLESS_MAIN(TestSpeckle)
#include "tst_speckle.moc"
