// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inference/pair_comparison.h"

#include <QTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace limpid;

namespace {

Image discOfGreen(double green) {
    cv::Mat pixels(240, 320, CV_8UC3, cv::Scalar(0, 0, 0));
    cv::circle(pixels, {160, 120}, 100, cv::Scalar(180, green, 60), cv::FILLED);
    return {pixels, {}};
}

} // namespace

class PairComparisonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyTheFieldOfViewCounts() {
        // One of three channels is off by 10 levels everywhere inside: MSE = 100 / 3 of 255^2.
        const double expected = 10.0 * std::log10(255.0 * 255.0 / (100.0 / 3.0));
        auto output = discOfGreen(110);
        output.pixels(cv::Rect(0, 0, 20, 20)).setTo(cv::Scalar(255, 255, 255));
        const auto scores = compareWithReference(output, discOfGreen(100));
        QVERIFY(scores.has_value());
        QVERIFY2(std::abs(scores->psnr - expected) < 0.2, qPrintable(QString::number(scores->psnr)));
    }

    void atTheWorkingSizeAnEqualPairIsStillEqual() {
        const auto scores = compareWithReference(discOfGreen(100), discOfGreen(100), {MetricProtocol::FieldOfView, 64});
        QVERIFY(scores.has_value());
        QVERIFY(std::isinf(scores->psnr));
        QVERIFY(std::abs(scores->ssim - 1.0) < 1e-9);
    }

    void imagesOfDifferentSizesAreRefusedByTheFovProtocolWithAReason() {
        Image small;
        cv::resize(discOfGreen(100).pixels, small.pixels, {160, 120});
        for (const int workingSize : {0, 64}) {
            const auto scores =
                compareWithReference(small, discOfGreen(100), {MetricProtocol::FieldOfView, workingSize});
            QVERIFY(!scores.has_value());
            QCOMPARE(scores.error().code, ErrorCode::InvalidArgument);
        }
    }
};

QTEST_APPLESS_MAIN(PairComparisonTest)
#include "tst_pair_comparison.moc"
