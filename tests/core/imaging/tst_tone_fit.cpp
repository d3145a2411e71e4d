// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/tone_fit.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace limpid;

namespace {

cv::Mat texture(int channels) {
    cv::Mat picture(64, 64, CV_32FC(channels));
    cv::RNG(11).fill(picture, cv::RNG::UNIFORM, 0.2, 0.6);
    return picture;
}

cv::Mat disc() {
    cv::Mat mask = cv::Mat::zeros(64, 64, CV_8UC1);
    cv::circle(mask, cv::Point(32, 32), 26, cv::Scalar(255), cv::FILLED);
    return mask;
}

double spread(const cv::Mat& map, double around) {
    return cv::norm(map, cv::Mat(map.size(), map.type(), cv::Scalar::all(around)), cv::NORM_INF);
}

} // namespace

class TestToneFit : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anAffineChangeIsFoundExactlyWhateverLiesOutside() {
        const cv::Mat input = texture(3);
        cv::Mat enhanced = input * 1.7 - cv::Scalar::all(0.1);
        enhanced.setTo(cv::Scalar::all(0), ~disc());
        const ToneMaps maps = fitTone(input, enhanced, disc(), {});
        QVERIFY(spread(maps.gain, 1.7) < 1e-3);
        QVERIFY(spread(maps.offset, -0.1) < 1e-3);
    }

    void gainAndOffsetTogetherAreTheEnhancedPicture() {
        const cv::Mat input = texture(1);
        cv::Mat enhanced;
        cv::GaussianBlur(input, enhanced, cv::Size(), 2);
        const ToneMaps maps = fitTone(input, enhanced, disc(), {});
        const cv::Mat sum = maps.gain.mul(input) + maps.offset;
        QVERIFY(cv::norm(sum, enhanced, cv::NORM_INF, disc()) < 1e-6);
    }

    void gainsStayWithinTheirLimits() {
        const cv::Mat input = texture(1);
        const ToneFitOptions options;
        QVERIFY(spread(fitTone(input, input * 9, disc(), options).gain, options.largestGain) < 1e-5);
        QVERIFY(spread(fitTone(input, 1 - input, disc(), options).gain, options.smallestGain) < 1e-5);
    }

    void aFlatPlaceFollowsItsSurroundingsInsteadOfFallingToZero() {
        cv::Mat input = texture(1);
        input(cv::Rect(24, 24, 16, 16)).setTo(0.4);
        const ToneMaps maps = fitTone(input, input * 1.5, disc(), {});
        QVERIFY(std::abs(maps.gain.at<float>(32, 32) - 1.5f) < 0.01f);
    }

    void placesOutsideTakeTheNearestValueInside() {
        cv::Mat map = (cv::Mat_<float>(1, 6) << 9, 1, 2, 9, 9, 9);
        const cv::Mat mask = (cv::Mat_<uchar>(1, 6) << 0, 255, 255, 0, 0, 0);
        cv::Mat tallMap, tallMask;
        cv::repeat(map, 4, 1, tallMap);
        cv::repeat(mask, 4, 1, tallMask);
        continueOutside(tallMap, tallMask);
        const cv::Mat expected = (cv::Mat_<float>(1, 6) << 1, 1, 2, 2, 2, 2);
        for (int y = 0; y < 4; ++y)
            QCOMPARE(cv::norm(tallMap.row(y), expected, cv::NORM_INF), 0.0);
    }
};

QTEST_APPLESS_MAIN(TestToneFit)
#include "tst_tone_fit.moc"
