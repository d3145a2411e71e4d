// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/detail_transfer.h"

#include "core/imaging/drawn_disc.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

#include <cmath>

using namespace limpid;

namespace {

constexpr int workingSize = 96;

FieldOfView viewOf(const cv::Mat& mask) {
    FieldOfView view;
    view.mask = mask;
    view.bounds = cv::boundingRect(mask);
    view.confidence = 1;
    view.fullFrame = cv::countNonZero(mask) == static_cast<int>(mask.total());
    return view;
}

cv::Mat shrunk(const cv::Mat& mask, int pixels) {
    cv::Mat padded, result;
    cv::copyMakeBorder(mask, padded, 1, 1, 1, 1, cv::BORDER_CONSTANT, cv::Scalar(0));
    cv::erode(padded, result, cv::getStructuringElement(cv::MORPH_RECT, cv::Size(2 * pixels + 1, 2 * pixels + 1)));
    return result(cv::Rect(1, 1, mask.cols, mask.rows)).clone();
}

/// Largest difference of two pictures inside a mask, in the pictures' own levels.
double largestDifference(const cv::Mat& a, const cv::Mat& b, const cv::Mat& mask) {
    return cv::norm(a, b, cv::NORM_INF, mask);
}

double psnr(const cv::Mat& a, const cv::Mat& b, const cv::Mat& mask) {
    const double squares = cv::norm(a, b, cv::NORM_L2SQR, mask) / (a.channels() * cv::countNonZero(mask));
    return -10 * std::log10(squares);
}

} // namespace

class TestDetailTransfer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anUnchangedPictureComesBackWithinOneLevel() {
        const DrawnDisc disc;
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const Result<Image> result = transferToNative(original, view, input, input.pixels);
        QVERIFY(result);
        QVERIFY(largestDifference(result->pixels, original.pixels, view.mask) <= 1);
    }

    void aConstantGainMultipliesEveryPixelAndLeavesTheOutsideAlone() {
        DrawnDisc disc;
        disc.colour = {0.5, 0.3, 0.15};
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const Result<Image> result = transferToNative(original, view, input, input.pixels * 1.5);
        QVERIFY(result);
        cv::Mat expected;
        original.pixels.convertTo(expected, CV_8U, 1.5);
        QVERIFY(largestDifference(result->pixels, expected, shrunk(view.mask, 3)) <= 2);
        QCOMPARE(largestDifference(result->pixels, original.pixels, shrunk(~view.mask, 1)), 0.0);
    }

    void aSoftRimKeepsNoLineOfTheOldColourAndGetsNoneOfTheNew() {
        DrawnDisc disc;
        disc.texture = 0;
        disc.noise = 0;
        cv::Mat drawn = disc.draw();
        cv::GaussianBlur(drawn, drawn, {}, 1.2); // the rim of a camera's mask
        const Image original = DrawnDisc::toImage(drawn);
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        // A light veil over everything is taken away: the network's output is darker by the same amount everywhere.
        const cv::Scalar veil(0.3, 0.2, 0.1);
        TransferOptions options;
        options.rimShare = 0.01;
        const Result<Image> result =
            transferToNative(original, view, input, cv::max(input.pixels - veil, cv::Scalar::all(0)), options);
        QVERIFY(result);
        const int row = original.height() / 2;
        int last = 0;
        for (int x = 0; x < original.width() / 2; ++x) {
            const auto value = static_cast<int>(result->pixels.at<cv::Vec3b>(row, x)[0]);
            QVERIFY2(value >= last - 6, qPrintable(QString::number(x))); // it rises into the disc without a bright line
            last = std::max(last, value);
        }
        QVERIFY(last > 40);
    }

    void sixteenBitsKeepTheirDepthAndPrecision() {
        DrawnDisc disc;
        disc.colour = {0.5, 0.3, 0.15};
        const Image original = disc.image(16);
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const Result<Image> result = transferToNative(original, view, input, input.pixels * 1.5);
        QVERIFY(result);
        QCOMPARE(result->pixels.type(), CV_16UC3);
        cv::Mat expected;
        original.pixels.convertTo(expected, CV_16U, 1.5);
        QVERIFY(largestDifference(result->pixels, expected, shrunk(view.mask, 3)) <= 0.004 * 65535);
    }

    void aGreyPictureStaysGrey() {
        DrawnDisc disc;
        disc.radius = 1000;
        cv::Mat grey;
        cv::extractChannel(disc.draw(), grey, 1);
        const Image original = DrawnDisc::toImage(grey);
        const FieldOfView view = wholeFrame(disc.size);
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const Result<Image> result = transferToNative(original, view, input, input.pixels * 0.5 + cv::Scalar::all(0.1));
        QVERIFY(result);
        QCOMPARE(result->pixels.type(), CV_8UC1);
        cv::Mat expected;
        original.pixels.convertTo(expected, CV_8U, 0.5, 25.5);
        QVERIFY(largestDifference(result->pixels, expected, view.mask) <= 2);
    }

    void aDiscCutByTheFrameIsChangedUpToTheFrame() {
        DrawnDisc disc;
        disc.radius = 290;
        disc.colour = {0.5, 0.3, 0.15};
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        QVERIFY(input.square.y < 0);
        const Result<Image> result = transferToNative(original, view, input, input.pixels * 1.5);
        QVERIFY(result);
        cv::Mat expected;
        original.pixels.convertTo(expected, CV_8U, 1.5);
        const cv::Rect topRow(200, 0, 240, 1);
        QVERIFY(cv::norm(result->pixels(topRow), expected(topRow), cv::NORM_INF) <= 2);
    }

    void aCheckerOfSinglePixelsKeepsItsContrastTimesTheGain() {
        // Invisible at working size, where each pixel averages 5 x 5: the fitted gain has to carry it.
        DrawnDisc disc;
        disc.colour = {0.45, 0.3, 0.2};
        disc.noise = 0;
        cv::Mat picture = disc.draw();
        for (int y = 0; y < picture.rows; ++y) {
            for (int x = 0; x < picture.cols; ++x)
                picture.at<cv::Vec3f>(y, x) += cv::Vec3f::all((x + y) % 2 ? 0.04f : -0.04f);
        }
        const Image original = DrawnDisc::toImage(picture);
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const Result<Image> result =
            transferToNative(original, view, input, input.pixels * 1.4 + cv::Scalar::all(0.05));
        QVERIFY(result);
        const cv::Rect middle(260, 180, 120, 120);
        QVERIFY(std::abs(checkerContrast(result->pixels(middle)) / checkerContrast(original.pixels(middle)) - 1.4) <
                0.03);
    }

    void detailSurvivesInAPlaceThatTheNetworkMadeFlat() {
        // The network returns one colour: the gain falls to its documented floor, not to zero.
        DrawnDisc disc;
        disc.noise = 0.03;
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const cv::Mat flat(input.pixels.size(), CV_32FC3, cv::Scalar(0.6, 0.4, 0.2));
        TransferOptions options;
        const Result<Image> result = transferToNative(original, view, input, flat, options);
        QVERIFY(result);
        const cv::Rect middle(260, 180, 120, 120);
        const double kept = checkerContrast(result->pixels(middle)) / checkerContrast(original.pixels(middle));
        QVERIFY2(std::abs(kept - options.tone.smallestGain) < 0.05, qPrintable(QString::number(kept)));
    }

    void theResultReducedToWorkingSizeIsTheNetworksOutput() {
        // A change that no affine explains: a new smooth pattern, and a dark spot taken away.
        DrawnDisc disc;
        disc.size = {1280, 960};
        disc.centre = {640, 480};
        disc.radius = 400;
        const cv::Mat clean = disc.draw();
        cv::Mat spot(disc.size, CV_32FC1, cv::Scalar(1));
        cv::circle(spot, cv::Point(560, 500), 40, cv::Scalar(0.4), cv::FILLED);
        cv::GaussianBlur(spot, spot, cv::Size(), 12);
        cv::cvtColor(spot, spot, cv::COLOR_GRAY2RGB);
        const Image original = DrawnDisc::toImage(clean.mul(spot));
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        cv::Mat enhanced = toWorkingFrame(DrawnDisc::toImage(clean), view, workingSize).pixels;
        for (int y = 0; y < enhanced.rows; ++y) {
            for (int x = 0; x < enhanced.cols; ++x)
                enhanced.at<cv::Vec3f>(y, x)[1] += 0.05f * static_cast<float>(std::sin(x * 0.9) * std::cos(y * 0.7));
        }
        enhanced.setTo(cv::Scalar::all(0), ~input.mask);

        const Result<Image> result = transferToNative(original, view, input, enhanced);
        QVERIFY(result);
        const WorkingFrame back = toWorkingFrame(*result, view, workingSize);
        const double agreement = psnr(back.pixels, enhanced, shrunk(input.mask, 2));
        QVERIFY2(agreement > 45, qPrintable(QString::number(agreement)));
        // The spot is gone at native size too: its middle is as bright as in the picture without it.
        const cv::Rect middle(545, 485, 30, 30);
        const cv::Scalar difference = cv::mean(result->pixels(middle)) - cv::mean(clean(middle)) * 255;
        QVERIFY(std::abs(difference[0]) < 3);
    }

    void stripsOfAnyHeightGiveTheSamePixels() {
        const DrawnDisc disc;
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        TransferOptions thin;
        thin.stripRows = 7;
        TransferOptions thick;
        thick.stripRows = 5000;
        const Result<Image> a = transferToNative(original, view, input, input.pixels * 1.2, thin);
        const Result<Image> b = transferToNative(original, view, input, input.pixels * 1.2, thick);
        QVERIFY(a && b);
        QCOMPARE(cv::norm(a->pixels, b->pixels, cv::NORM_INF), 0.0);
    }

    void aWorkingSizeAboveTheNativeOneStillGivesTheNetworksColour() {
        DrawnDisc disc;
        disc.size = {80, 60};
        disc.centre = {40, 30};
        disc.radius = 26;
        disc.colour = {0.5, 0.3, 0.15};
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, 128);
        const Result<Image> result = transferToNative(original, view, input, input.pixels * 1.5);
        QVERIFY(result);
        cv::Mat expected;
        original.pixels.convertTo(expected, CV_8U, 1.5);
        QVERIFY(largestDifference(result->pixels, expected, shrunk(view.mask, 3)) <= 3);
    }

    void theOriginalIsNeverTouched() {
        const DrawnDisc disc;
        const Image original = disc.image();
        const cv::Mat before = original.pixels.clone();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        QVERIFY(transferToNative(original, view, input, input.pixels * 0.5));
        QCOMPARE(cv::norm(original.pixels, before, cv::NORM_INF), 0.0);
    }

    void aStopIsObeyed() {
        const DrawnDisc disc;
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        std::stop_source source;
        source.request_stop();
        const Result<Image> result = transferToNative(original, view, input, input.pixels, {}, source.get_token());
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
    }

    void anOutputOfAnotherSizeIsRefused() {
        const DrawnDisc disc;
        const Image original = disc.image();
        const FieldOfView view = viewOf(disc.mask());
        const WorkingFrame input = toWorkingFrame(original, view, workingSize);
        const cv::Mat small(32, 32, CV_32FC3, cv::Scalar::all(0.5));
        const Result<Image> result = transferToNative(original, view, input, small);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidArgument);
    }

private:
    /// Strength of the finest checker pattern in the green (or only) channel, in levels.
    static double checkerContrast(const cv::Mat& pixels) {
        cv::Mat plane, response;
        cv::extractChannel(pixels, plane, pixels.channels() / 2);
        plane.convertTo(plane, CV_32F);
        const cv::Mat kernel = (cv::Mat_<float>(2, 2) << 0.25f, -0.25f, -0.25f, 0.25f);
        cv::filter2D(plane, response, CV_32F, kernel);
        return cv::norm(response, cv::NORM_L2) / std::sqrt(static_cast<double>(response.total()));
    }
};

QTEST_APPLESS_MAIN(TestDetailTransfer)
#include "tst_detail_transfer.moc"
