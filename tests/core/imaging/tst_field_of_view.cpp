// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "imaging/field_of_view.h"

#include "core/imaging/drawn_disc.h"

#include <QtTest>

#include <opencv2/imgproc.hpp>

using namespace limpid;

class TestFieldOfView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWholeDiscIsFoundToTheEdge() {
        const DrawnDisc disc;
        expectDisc(disc.image(), disc.mask(), 0.985);
    }

    void sixteenBitsAreTheSame() {
        const DrawnDisc disc;
        expectDisc(disc.image(16), disc.mask(), 0.985);
    }

    void aDimDiscIsFound() {
        DrawnDisc disc;
        disc.colour = {0.09, 0.05, 0.03};
        disc.noise = 0.004;
        expectDisc(disc.image(), disc.mask(), 0.98);
    }

    void aDiscCutAboveAndBelowIsFound() {
        DrawnDisc disc;
        disc.radius = 290;
        expectDisc(disc.image(), disc.mask(), 0.985);
    }

    void aDiscCutOnAllSidesIsFound() {
        DrawnDisc disc;
        disc.size = {500, 500};
        disc.centre = {250, 250};
        disc.radius = 290;
        expectDisc(disc.image(), disc.mask(), 0.98);
    }

    void aStraightCutInsideTheFrameIsKept() {
        const DrawnDisc disc;
        cv::Mat picture = disc.draw();
        cv::Mat mask = disc.mask();
        const cv::Rect above(0, 0, 640, 110);
        const cv::Rect right(460, 0, 180, 480);
        for (const cv::Rect& cut : {above, right}) {
            picture(cut).setTo(disc.background);
            mask(cut).setTo(0);
        }
        expectDisc(DrawnDisc::toImage(picture), mask, 0.97);
    }

    void aRimThatFadesIntoTheDarkDoesNotBiteIntoTheMask() {
        const DrawnDisc disc;
        cv::Mat picture = disc.draw();
        for (int y = 0; y < picture.rows; ++y) {
            for (int x = 0; x < picture.cols; ++x) {
                const double fade = std::clamp((560.0 - x) / 200.0, 0.02, 1.0);
                picture.at<cv::Vec3f>(y, x) *= static_cast<float>(fade);
            }
        }
        expectDisc(DrawnDisc::toImage(picture), disc.mask(), 0.97);
    }

    void aGlowAroundTheDiscIsNotPartOfIt() {
        const DrawnDisc disc;
        cv::Mat glow;
        disc.mask().convertTo(glow, CV_32F, 0.12 / 255);
        cv::GaussianBlur(glow, glow, cv::Size(), 25);
        cv::cvtColor(glow, glow, cv::COLOR_GRAY2RGB);
        expectDisc(DrawnDisc::toImage(disc.draw() + glow), disc.mask(), 0.98);
    }

    void aColouredBackgroundAndTextInTheCornerAreLeftOut() {
        DrawnDisc disc;
        disc.background = {0.02, 0.03, 0.15};
        cv::Mat picture = disc.draw();
        cv::rectangle(picture, cv::Rect(0, 0, 60, 40), cv::Scalar(1, 1, 1), cv::FILLED);
        cv::putText(picture, "OD 12:30", cv::Point(500, 470), cv::FONT_HERSHEY_SIMPLEX, 0.8, cv::Scalar(1, 1, 0), 2);
        expectDisc(DrawnDisc::toImage(picture), disc.mask(), 0.98);
    }

    void aTabOnTheRimIsLeftOut() {
        const DrawnDisc disc;
        cv::Mat picture = disc.draw();
        cv::rectangle(picture, cv::Rect(455, 85, 24, 24), disc.colour, cv::FILLED);
        expectDisc(DrawnDisc::toImage(picture), disc.mask(), 0.98);
    }

    void aHazyBrightDiscIsFound() {
        DrawnDisc disc;
        disc.colour = {0.9, 0.92, 0.7};
        disc.texture = 0.02;
        disc.background = {0.06, 0.06, 0.05};
        disc.noise = 0.03;
        expectDisc(disc.image(), disc.mask(), 0.98);
    }

    void theMaskReachesTheOutermostPixelsOfALargeImage() {
        DrawnDisc disc;
        disc.size = {2400, 1800};
        disc.centre = {1207.5, 893.2};
        disc.radius = 812.7;
        expectDisc(disc.image(), disc.mask(), 0.99);
    }

    void aSolidShapeThatIsNoCircleIsTakenAsItIs() {
        DrawnDisc disc;
        disc.radius = 1000; // fills the frame
        cv::Mat picture = disc.draw();
        cv::Mat mask = cv::Mat::zeros(disc.size, CV_8UC1);
        cv::rectangle(mask, cv::Rect(60, 90, 520, 300), cv::Scalar(255), cv::FILLED);
        picture.setTo(cv::Scalar(0.01, 0.01, 0.01), ~mask);
        const FieldOfView view = findFieldOfView(DrawnDisc::toImage(picture));
        QVERIFY(!view.fullFrame);
        QVERIFY(view.confidence >= lowestFieldOfViewConfidence && view.confidence <= 0.6);
        QVERIFY2(overlap(view.mask, mask) > 0.97, qPrintable(QString::number(overlap(view.mask, mask))));
    }

    void retinaWithoutABorderHasTheWholeFrameAndAWarning() {
        DrawnDisc disc;
        disc.radius = 1000;
        expectWarning(disc.image());
    }

    void blackUniformAndNoisyImagesHaveTheWholeFrameAndAWarning() {
        DrawnDisc disc;
        disc.radius = 1;
        disc.noise = 0;
        disc.background = {0, 0, 0};
        disc.colour = {0, 0, 0};
        Image black = disc.image();
        expectGreyFrame(black);
        expectWarning(DrawnDisc::toImage(cv::Mat(300, 400, CV_32FC3, cv::Scalar(0.6, 0.3, 0.1))));
        cv::Mat noise(300, 400, CV_32FC3);
        cv::RNG(3).fill(noise, cv::RNG::UNIFORM, 0, 1);
        expectWarning(DrawnDisc::toImage(noise));
    }

    void theSmallestImagesAreNotLookedInto() {
        const FieldOfView view = findFieldOfView(DrawnDisc::toImage(cv::Mat(1, 10000, CV_32FC3, cv::Scalar::all(0.5))));
        QVERIFY(view.fullFrame);
        QCOMPARE(view.bounds, cv::Rect(0, 0, 10000, 1));
        QVERIFY(!view.warning.empty());
    }

    void greyScansHaveTheWholeFrameWithoutAWarning() {
        cv::Mat scan(300, 500, CV_32FC1);
        cv::RNG(5).fill(scan, cv::RNG::UNIFORM, 0, 0.3);
        scan.rowRange(120, 190) += 0.5;
        expectGreyFrame(DrawnDisc::toImage(scan));
        cv::Mat coloured;
        cv::cvtColor(scan, coloured, cv::COLOR_GRAY2RGB);
        expectGreyFrame(DrawnDisc::toImage(coloured));
    }

    void aGreyAngiogramKeepsItsDisc() {
        DrawnDisc disc;
        disc.colour = {0.5, 0.5, 0.5};
        cv::Mat grey;
        cv::extractChannel(disc.draw(), grey, 1);
        expectDisc(DrawnDisc::toImage(grey), disc.mask(), 0.98);
    }

private:
    static void expectDisc(const Image& image, const cv::Mat& truth, double smallestOverlap) {
        const FieldOfView view = findFieldOfView(image);
        QVERIFY2(!view.fullFrame, view.warning.c_str());
        QVERIFY2(view.confidence >= 0.7, qPrintable(QString::number(view.confidence)));
        QVERIFY(view.warning.empty());
        QCOMPARE(view.mask.type(), CV_8UC1);
        QCOMPARE(view.mask.size(), image.pixels.size());
        QCOMPARE(view.bounds, cv::boundingRect(view.mask));
        const double shared = overlap(view.mask, truth);
        QVERIFY2(shared >= smallestOverlap, qPrintable(QString::number(shared)));
    }

    static void expectWarning(const Image& image) {
        const FieldOfView view = findFieldOfView(image);
        QVERIFY(view.fullFrame);
        QVERIFY(view.confidence < lowestFieldOfViewConfidence);
        QVERIFY(!view.warning.empty());
        QCOMPARE(cv::countNonZero(view.mask), static_cast<int>(view.mask.total()));
        QCOMPARE(view.bounds, cv::Rect(0, 0, image.width(), image.height()));
    }

    static void expectGreyFrame(const Image& image) {
        const FieldOfView view = findFieldOfView(image);
        QVERIFY(view.fullFrame);
        QCOMPARE(view.confidence, 1.0);
        QVERIFY(view.warning.empty());
        QCOMPARE(cv::countNonZero(view.mask), static_cast<int>(view.mask.total()));
    }
};

QTEST_APPLESS_MAIN(TestFieldOfView)
#include "tst_field_of_view.moc"
