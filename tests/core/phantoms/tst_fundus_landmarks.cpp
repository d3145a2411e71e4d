// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/fundus_landmarks.h"

#include <QtTest>

#include <cmath>
#include <numbers>

using namespace limpid;

namespace {

RetinaGeometry discGeometry() {
    RetinaGeometry geometry;
    geometry.size = 400;
    geometry.fieldDegrees = 40.0;
    geometry.radiusPx = 200.0;
    geometry.viewCentre = {0.0, 0.0};
    return geometry;
}

} // namespace

class TestFundusLandmarks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theDiscIsAsLargeAsItsGeometrySays();
    void theFoveaIsTheDarkestPlaceOfTheMacula();
    void vesselsAbsorbGreenMostAndRedLeast();
};

void TestFundusLandmarks::theDiscIsAsLargeAsItsGeometrySays() {
    const RetinaGeometry geometry = discGeometry();
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        PortableRandom random(seed);
        FundusCanvas canvas = makeCanvas(geometry);
        paintDisc(canvas, geometry, random);
        // Red separates the disc from halo and crescent, which are mostly green and blue.
        cv::Mat red;
        cv::extractChannel(canvas.light, red, 0);
        const cv::Mat bright = red > 0.3;
        const double radius = std::sqrt(cv::countNonZero(bright) / std::numbers::pi) / geometry.scale();
        const double wanted = std::sqrt(geometry.discRadius.width * geometry.discRadius.height);
        QVERIFY2(std::abs(radius / wanted - 1.0) < 0.15, qPrintable(QString::number(radius / wanted)));
    }
}

void TestFundusLandmarks::theFoveaIsTheDarkestPlaceOfTheMacula() {
    RetinaGeometry geometry = discGeometry();
    geometry.viewCentre = geometry.fovea;
    PortableRandom random(3);
    FundusCanvas canvas = makeCanvas(geometry);
    paintMacula(canvas, geometry, random);
    const auto greenAt = [&](cv::Point2d degrees) {
        const cv::Point2d pixel = geometry.toPixel(degrees);
        return canvas.light.at<cv::Vec3f>(cv::Point(pixel))[1];
    };
    const float core = greenAt(geometry.fovea + cv::Point2d(0.6, 0.0));
    const float edge = greenAt(geometry.fovea + cv::Point2d(4.0, 0.0));
    const float outside = greenAt(geometry.fovea + cv::Point2d(18.0, 0.0));
    QVERIFY(core < edge);
    QVERIFY(edge < outside);
    QCOMPARE(outside, 0.0F);
}

void TestFundusLandmarks::vesselsAbsorbGreenMostAndRedLeast() {
    const RetinaGeometry geometry = discGeometry();
    const cv::Size size(geometry.size, geometry.size);
    const VesselRaster raster{cv::Mat(size, CV_32FC1, cv::Scalar(0.2)), cv::Mat(size, CV_32FC1, cv::Scalar(0.2)),
                              cv::Mat(size, CV_8UC1, cv::Scalar(255))};
    PortableRandom random(4);
    FundusCanvas canvas = makeCanvas(geometry);
    paintVessels(canvas, raster, random);
    const auto light = canvas.light.at<cv::Vec3f>(7, 9);
    QVERIFY(light[1] < light[2]);
    QVERIFY(light[2] < light[0]);
    QVERIFY(light[0] < 0.0F);
}

QTEST_APPLESS_MAIN(TestFundusLandmarks)
#include "tst_fundus_landmarks.moc"
