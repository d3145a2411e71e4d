// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/working_frame.h"

#include "core/imaging/drawn_disc.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace limpid;

Q_DECLARE_METATYPE(cv::Rect)
Q_DECLARE_METATYPE(cv::Size)

class TestWorkingFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWideFrameIsCentredInItsSquareAndThePaddingIsOutside() {
        // 8 x 4 pixels, left half 0.2, right half 0.8: each working pixel averages 2 x 2.
        cv::Mat picture(4, 8, CV_32FC3, cv::Scalar::all(0.2));
        picture.colRange(4, 8).setTo(cv::Scalar(0.8, 0.4, 0));
        const Image image = DrawnDisc::toImage(picture);
        const WorkingFrame frame = toWorkingFrame(image, wholeFrame({8, 4}), 4);
        QCOMPARE(frame.square, cv::Rect(0, -2, 8, 8));
        const std::vector<int> expected = {0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0};
        for (int i = 0; i < 16; ++i)
            QCOMPARE(static_cast<int>(frame.mask.at<uchar>(i / 4, i % 4)), expected[static_cast<std::size_t>(i)]);
        QCOMPARE(frame.pixels.at<cv::Vec3f>(0, 0), cv::Vec3f(0, 0, 0));
        QVERIFY(cv::norm(frame.pixels.at<cv::Vec3f>(1, 1) - cv::Vec3f(0.2f, 0.2f, 0.2f)) < 0.003);
        QVERIFY(cv::norm(frame.pixels.at<cv::Vec3f>(2, 2) - cv::Vec3f(0.8f, 0.4f, 0)) < 0.003);
    }

    void aSingleOddPixelBelongsToTheSideAsDocumented() {
        FieldOfView view = wholeFrame({100, 60});
        view.bounds = cv::Rect(10, 20, 31, 30);
        QCOMPARE(squareAround(view), cv::Rect(10, 20, 31, 31));
        view.bounds = cv::Rect(10, 20, 30, 33);
        QCOMPARE(squareAround(view), cv::Rect(9, 20, 33, 33));
    }

    void aMapIsLaidWhereItsSquareIs_data() {
        QTest::addColumn<cv::Size>("size");
        QTest::addColumn<cv::Rect>("bounds");
        QTest::newRow("disc in a wide photograph") << cv::Size(900, 600) << cv::Rect(160, 10, 580, 580);
        QTest::newRow("disc cut at top and bottom") << cv::Size(900, 600) << cv::Rect(100, 0, 700, 600);
        QTest::newRow("disc in the corner") << cv::Size(500, 700) << cv::Rect(150, 350, 350, 350);
        QTest::newRow("small image") << cv::Size(90, 60) << cv::Rect(20, 5, 50, 50);
    }
    void aMapIsLaidWhereItsSquareIs() {
        QFETCH(cv::Size, size);
        QFETCH(cv::Rect, bounds);
        FieldOfView view;
        view.bounds = bounds;
        view.mask = cv::Mat::zeros(size, CV_8UC1);
        view.mask(bounds) = 255;
        // A spot in the image goes through the working frame, and the map shows it in its place again.
        const cv::Point spot(bounds.x + bounds.width * 2 / 3, bounds.y + bounds.height / 4);
        Image image;
        image.pixels = cv::Mat::zeros(size, CV_8UC1);
        cv::circle(image.pixels, spot, bounds.width / 16, cv::Scalar(255), cv::FILLED);
        const auto frame = toWorkingFrame(image, view, 128);
        cv::Mat map;
        cv::extractChannel(frame.pixels, map, 0);
        map.convertTo(map, CV_8U, 255.0);
        const auto laid = layOnImage(map, view);
        QVERIFY(std::abs(laid.cols * size.height - laid.rows * size.width) <= std::max(size.width, size.height));
        const auto found = cv::moments(laid);
        const double scale = static_cast<double>(laid.cols) / size.width;
        QVERIFY(found.m00 > 0);
        QVERIFY(std::abs((found.m10 / found.m00 + 0.5) / scale - (spot.x + 0.5)) < 0.5 / scale);
        QVERIFY(std::abs((found.m01 / found.m00 + 0.5) / scale - (spot.y + 0.5)) < 0.5 / scale);
    }

    void aMapIsBlackOutsideTheFieldOfView() {
        FieldOfView view;
        view.bounds = {100, 0, 400, 400};
        view.mask = cv::Mat::zeros(400, 600, CV_8UC1);
        cv::circle(view.mask, {300, 200}, 200, cv::Scalar(255), cv::FILLED);
        const auto laid = layOnImage(cv::Mat(100, 100, CV_8UC1, cv::Scalar(255)), view);
        QCOMPARE(laid.size(), cv::Size(150, 100));
        QCOMPARE(static_cast<int>(laid.at<uchar>(50, 75)), 255);
        QCOMPARE(static_cast<int>(laid.at<uchar>(50, 10)), 0); // beside the square
        QCOMPARE(static_cast<int>(laid.at<uchar>(3, 28)), 0);  // in its corner
    }

    void theRimIsNotDarkenedByTheBackground() {
        DrawnDisc disc;
        disc.texture = 0;
        disc.noise = 0;
        const Image image = disc.image();
        FieldOfView view = wholeFrame(disc.size);
        view.mask = disc.mask();
        view.bounds = cv::boundingRect(view.mask);
        const WorkingFrame frame = toWorkingFrame(image, view, 64);
        QCOMPARE(frame.pixels.type(), CV_32FC3);
        QCOMPARE(frame.mask.size(), cv::Size(64, 64));
        for (int y = 0; y < 64; ++y) {
            for (int x = 0; x < 64; ++x) {
                const cv::Vec3f pixel = frame.pixels.at<cv::Vec3f>(y, x);
                if (frame.mask.at<uchar>(y, x))
                    QVERIFY(cv::norm(pixel - cv::Vec3f(0.75f, 0.42f, 0.2f)) < 0.012);
                else
                    QCOMPARE(pixel, cv::Vec3f(0, 0, 0));
            }
        }
        const double share = cv::countNonZero(frame.mask) / (64.0 * 64.0);
        QVERIFY(std::abs(share - CV_PI / 4) < 0.02);
    }

    void sixteenBitsAndGreyAreBroughtToTheSameRange() {
        const cv::Mat deep(32, 32, CV_32FC1, cv::Scalar(0.123456));
        const WorkingFrame frame = toWorkingFrame(DrawnDisc::toImage(deep, 16), wholeFrame({32, 32}), 16);
        const cv::Vec3f pixel = frame.pixels.at<cv::Vec3f>(8, 8);
        for (int channel = 0; channel < 3; ++channel)
            QVERIFY(std::abs(pixel[channel] - 0.123456f) < 1.0f / 65535);
    }

    void aSmallImageGrowsSmoothly() {
        cv::Mat ramp(16, 16, CV_32FC3);
        for (int x = 0; x < 16; ++x)
            ramp.col(x).setTo(cv::Scalar::all((x + 0.5) / 16));
        const WorkingFrame frame = toWorkingFrame(DrawnDisc::toImage(ramp, 16), wholeFrame({16, 16}), 64);
        for (int x = 8; x < 56; ++x)
            QVERIFY(std::abs(frame.pixels.at<cv::Vec3f>(32, x)[1] - (static_cast<float>(x) + 0.5f) / 64) < 5e-3f);
        QCOMPARE(cv::countNonZero(frame.mask), 64 * 64);
    }

    void aNetworksOutputIsRoundedAndClamped() {
        cv::Mat output(1, 4, CV_32FC3, cv::Scalar::all(0));
        output.at<cv::Vec3f>(0, 0) = {-0.5f, 0.5f, 1.7f};
        output.at<cv::Vec3f>(0, 1) = {100.4f / 255, 100.6f / 255, 1};
        const Image shallow = fromWorkingFrame(output, 8);
        QCOMPARE(shallow.pixels.at<cv::Vec3b>(0, 0), cv::Vec3b(0, 128, 255));
        QCOMPARE(shallow.pixels.at<cv::Vec3b>(0, 1), cv::Vec3b(100, 101, 255));
        const Image deep = fromWorkingFrame(output, 16);
        QCOMPARE(deep.bitDepth(), 16);
        QCOMPARE(deep.pixels.at<cv::Vec3w>(0, 0)[2], static_cast<ushort>(65535));
    }
};

QTEST_APPLESS_MAIN(TestWorkingFrame)
#include "tst_working_frame.moc"
