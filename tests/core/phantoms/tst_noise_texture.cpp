// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/noise_texture.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestNoiseTexture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void itHasUnitDeviationAtEverySpacing();
    void itsNeighboursAgreeWithinACellAndNotBeyond();
    void streaksAreLongAlongAndShortAcross();
};

namespace {

/// Correlation of a field with itself moved by (dx, dy).
double correlation(const cv::Mat& field, int dx, int dy) {
    const cv::Rect whole(0, 0, field.cols - dx, field.rows - dy);
    const cv::Mat a = field(whole);
    const cv::Mat b = field(whole + cv::Point(dx, dy));
    cv::Scalar meanA;
    cv::Scalar meanB;
    cv::Scalar deviationA;
    cv::Scalar deviationB;
    cv::meanStdDev(a, meanA, deviationA);
    cv::meanStdDev(b, meanB, deviationB);
    const double product = a.dot(b) / static_cast<double>(a.total());
    return (product - meanA[0] * meanB[0]) / (deviationA[0] * deviationB[0]);
}

} // namespace

void TestNoiseTexture::itHasUnitDeviationAtEverySpacing() {
    PortableRandom random(1);
    for (const double cell : {0.3, 1.0, 3.0, 40.0, 500.0}) {
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(smoothNoise({120, 90}, cell, random), mean, deviation);
        QVERIFY(std::abs(deviation[0] - 1.0) < 1e-3);
    }
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(fractalNoise({120, 90}, 20.0, 4, 0.6, random), mean, deviation);
    QVERIFY(std::abs(deviation[0] - 1.0) < 1e-3);
}

void TestNoiseTexture::itsNeighboursAgreeWithinACellAndNotBeyond() {
    PortableRandom random(2);
    const cv::Mat field = smoothNoise({400, 400}, 10.0, random);
    QVERIFY(correlation(field, 1, 0) > 0.95);
    QVERIFY(std::abs(correlation(field, 40, 0)) < 0.12);
}

void TestNoiseTexture::streaksAreLongAlongAndShortAcross() {
    PortableRandom random(3);
    const cv::Mat field = smoothNoise({400, 400}, cv::Size2d(3.0, 30.0), random);
    QVERIFY(correlation(field, 0, 6) > 0.8);
    QVERIFY(correlation(field, 6, 0) < 0.3);
}

QTEST_APPLESS_MAIN(TestNoiseTexture)
#include "tst_noise_texture.moc"
