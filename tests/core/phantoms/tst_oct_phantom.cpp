// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/oct_phantom.h"

#include <QtTest>

using namespace limpid;

namespace {

/// Rows of the retina in one column.
int thicknessAt(const OctPhantom& phantom, int column) {
    return cv::countNonZero(phantom.image.structure.col(column));
}

} // namespace

class TestOctPhantom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSameScanAndAnotherDoesNot();
    void sizesAreHonoured();
    void layersLieInTheirOrder();
    void theRetinaIsThinnestInThePitAndOfHumanThickness();
    void thePigmentEpitheliumIsBrighterThanTheOuterNuclearLayer();
    void withoutSpeckleTheScanIsTheCleanOne();
};

void TestOctPhantom::theSameSeedGivesTheSameScanAndAnotherDoesNot() {
    const OctPhantom first = makeOctPhantom({}, 5);
    QCOMPARE(cv::norm(first.image.rgb, makeOctPhantom({}, 5).image.rgb, cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(first.layers, makeOctPhantom({}, 6).layers, cv::NORM_L1) > 1000.0);
}

void TestOctPhantom::sizesAreHonoured() {
    const OctPhantom phantom = makeOctPhantom({.width = 320, .height = 200}, 1);
    for (const cv::Mat& part :
         {phantom.image.rgb, phantom.image.structure, phantom.image.fieldOfView, phantom.layers, phantom.clean}) {
        QCOMPARE(part.cols, 320);
        QCOMPARE(part.rows, 200);
    }
    QCOMPARE(phantom.image.rgb.type(), CV_8UC3);
}

void TestOctPhantom::layersLieInTheirOrder() {
    const OctPhantom phantom = makeOctPhantom({}, 2);
    for (int x = 0; x < phantom.layers.cols; x += 7) {
        for (int y = 0; y + 1 < phantom.layers.rows; ++y) {
            QVERIFY(phantom.layers.at<uchar>(y + 1, x) >= phantom.layers.at<uchar>(y, x));
        }
        QCOMPARE(phantom.layers.at<uchar>(0, x), static_cast<uchar>(OctLayer::Vitreous));
        QCOMPARE(phantom.layers.at<uchar>(phantom.layers.rows - 1, x), static_cast<uchar>(OctLayer::Sclera));
    }
}

void TestOctPhantom::theRetinaIsThinnestInThePitAndOfHumanThickness() {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const OctPhantom phantom = makeOctPhantom({}, seed);
        const double umPerRow = 1500.0 / phantom.layers.rows;
        int thinnest = phantom.layers.rows;
        int thickest = 0;
        int pit = 0;
        for (int x = 0; x < phantom.layers.cols; ++x) {
            const int rows = thicknessAt(phantom, x);
            thickest = std::max(thickest, rows);
            if (rows < thinnest) {
                thinnest = rows;
                pit = x;
            }
        }
        // 150 to 240 um in the pit, 270 to 380 um on its rim; and the pit is not at the border.
        QVERIFY2(thinnest * umPerRow > 150.0 && thinnest * umPerRow < 240.0,
                 qPrintable(QString::number(thinnest * umPerRow)));
        QVERIFY2(thickest * umPerRow > 270.0 && thickest * umPerRow < 380.0,
                 qPrintable(QString::number(thickest * umPerRow)));
        QVERIFY(pit > phantom.layers.cols / 5 && pit < 4 * phantom.layers.cols / 5);
    }
}

void TestOctPhantom::thePigmentEpitheliumIsBrighterThanTheOuterNuclearLayer() {
    const OctPhantom phantom = makeOctPhantom({}, 3);
    const auto brightness = [&](OctLayer layer) {
        const cv::Mat where = phantom.layers == static_cast<int>(layer);
        return cv::mean(phantom.image.rgb, where)[0];
    };
    QVERIFY(brightness(OctLayer::PigmentEpithelium) > brightness(OctLayer::OuterNuclear) + 50.0);
    QVERIFY(brightness(OctLayer::NerveFibres) > brightness(OctLayer::Vitreous) + 50.0);
}

void TestOctPhantom::withoutSpeckleTheScanIsTheCleanOne() {
    const OctPhantom phantom = makeOctPhantom({.width = 200, .height = 100, .brightnessPerDecibel = 0.0}, 4);
    cv::Mat grey;
    cv::extractChannel(phantom.image.rgb, grey, 1);
    QCOMPARE(cv::norm(grey, phantom.clean, cv::NORM_INF), 0.0);
}

QTEST_APPLESS_MAIN(TestOctPhantom)
#include "tst_oct_phantom.moc"
