// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/map_upsampler.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace limpid;

class TestMapUpsampler : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theAxisKeepsSamplesOfTheSameGrid() {
        const CubicAxis axis(5, 5);
        for (int i = 0; i < 5; ++i) {
            const CubicAxis::Tap& tap = axis.at(i);
            QCOMPARE(tap.index[1], i);
            QCOMPARE(tap.weight[1], 1.0f);
        }
    }

    void theAxisHasTheWeightsOfCatmullRom() {
        // From 4 to 8 samples target 3 lies at 1.25: weights of t = 1/4, by hand from -t/2 + t^2 - t^3/2 and so on.
        const CubicAxis::Tap tap = CubicAxis(4, 8).at(3);
        QCOMPARE(tap.index, (std::array<int, 4>{0, 1, 2, 3}));
        const std::array<float, 4> expected = {-0.0703125f, 0.8671875f, 0.2265625f, -0.0234375f};
        for (std::size_t k = 0; k < 4; ++k)
            QVERIFY(std::abs(tap.weight[k] - expected[k]) < 1e-6f);
    }

    void aSlopeStaysASlope() {
        cv::Mat map(8, 8, CV_32FC3);
        for (int y = 0; y < 8; ++y) {
            for (int x = 0; x < 8; ++x)
                map.at<cv::Vec3f>(y, x) = cv::Vec3f(static_cast<float>(x), static_cast<float>(y), 5);
        }
        // 80 native pixels from -10 on; only columns 10..49 and rows 20..39 are read.
        const MapUpsampler upsampler(map, {-10, -10, 80, 80}, {10, 50});
        const MapUpsampler::Strip strip(upsampler, {20, 40});
        std::vector<float> row(40 * 3);
        for (int y = 20; y < 40; ++y) {
            strip.readRow(y, row.data());
            for (int x = 10; x < 50; ++x) {
                const float* pixel = row.data() + 3 * (x - 10);
                QVERIFY(std::abs(pixel[0] - ((static_cast<float>(x) + 10.5f) / 10 - 0.5f)) < 1e-4f);
                QVERIFY(std::abs(pixel[1] - ((static_cast<float>(y) + 10.5f) / 10 - 0.5f)) < 1e-4f);
                QVERIFY(std::abs(pixel[2] - 5) < 1e-5f);
            }
        }
    }

    void sharpeningMakesTheReducedEnlargementTheMapAgain() {
        cv::Mat map(24, 24, CV_32FC1);
        cv::RNG(2).fill(map, cv::RNG::UNIFORM, 0, 1);
        cv::Mat sharp = map.clone();
        sharpenForUpsampling(sharp, 8);
        const double plain = returnError(map, map);
        const double sharpened = returnError(sharp, map);
        QVERIFY2(sharpened < 0.15 * plain, qPrintable(QStringLiteral("%1 %2").arg(plain).arg(sharpened)));
    }

    void withoutEnlargementNothingIsSharpened() {
        cv::Mat map(8, 8, CV_32FC1);
        cv::RNG(2).fill(map, cv::RNG::UNIFORM, 0, 1);
        cv::Mat same = map.clone();
        sharpenForUpsampling(same, 1);
        QCOMPARE(cv::norm(same, map, cv::NORM_INF), 0.0);
    }

private:
    /// Enlarges by 8, averages back, and compares with `wanted` away from the border: root mean square.
    static double returnError(const cv::Mat& map, const cv::Mat& wanted) {
        const int side = 8 * map.cols;
        const MapUpsampler upsampler(map, {0, 0, side, side}, {0, side});
        const MapUpsampler::Strip strip(upsampler, {0, side});
        cv::Mat large(side, side, CV_32FC1);
        for (int y = 0; y < side; ++y)
            strip.readRow(y, large.ptr<float>(y));
        cv::Mat small;
        cv::resize(large, small, map.size(), 0, 0, cv::INTER_AREA);
        const cv::Rect inner(4, 4, map.cols - 8, map.rows - 8);
        return cv::norm(small(inner), wanted(inner), cv::NORM_L2) / inner.width;
    }
};

QTEST_APPLESS_MAIN(TestMapUpsampler)
#include "tst_map_upsampler.moc"
