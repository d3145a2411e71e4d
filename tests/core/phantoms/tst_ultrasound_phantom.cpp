// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "phantoms/ultrasound_phantom.h"

#include <QtTest>

using namespace limpid;

class TestUltrasoundPhantom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theSameSeedGivesTheSamePictureAndAnotherDoesNot();
    void everyPhantomHasANerveAndADarkVessel();
    void theFanLeavesItsCornersBlack();
};

void TestUltrasoundPhantom::theSameSeedGivesTheSamePictureAndAnotherDoesNot() {
    const UltrasoundPhantom first = makeUltrasoundPhantom({.size = 200}, 5);
    QCOMPARE(first.image.rgb.size(), cv::Size(200, 200));
    QCOMPARE(cv::norm(first.image.rgb, makeUltrasoundPhantom({.size = 200}, 5).image.rgb, cv::NORM_INF), 0.0);
    QVERIFY(cv::norm(first.labels, makeUltrasoundPhantom({.size = 200}, 6).labels, cv::NORM_L1) > 100.0);
}

void TestUltrasoundPhantom::everyPhantomHasANerveAndADarkVessel() {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
        const UltrasoundPhantom phantom = makeUltrasoundPhantom({.size = 256, .probe = UltrasoundProbe::Linear}, seed);
        const cv::Mat nerve = phantom.labels == static_cast<int>(UltrasoundStructure::Nerve);
        const cv::Mat vessel = phantom.labels == static_cast<int>(UltrasoundStructure::Vessel);
        QVERIFY(cv::countNonZero(nerve) > 100);
        QVERIFY(cv::countNonZero(vessel) > 40);
        QCOMPARE(cv::countNonZero((nerve | vessel) != phantom.image.structure), 0);
        const double blood = cv::mean(phantom.image.rgb, vessel)[0];
        QVERIFY2(blood < 0.7 * cv::mean(phantom.image.rgb, ~phantom.image.structure)[0],
                 qPrintable(QString::number(blood)));
        QVERIFY(blood < 0.5 * cv::mean(phantom.image.rgb, nerve)[0]);
    }
}

void TestUltrasoundPhantom::theFanLeavesItsCornersBlack() {
    const UltrasoundPhantom phantom = makeUltrasoundPhantom({.size = 256, .probe = UltrasoundProbe::Curved}, 7);
    const cv::Mat& field = phantom.image.fieldOfView;
    for (const cv::Point corner : {cv::Point(0, 0), cv::Point(255, 0), cv::Point(0, 255), cv::Point(255, 255)}) {
        QCOMPARE(field.at<uchar>(corner), uchar{0});
    }
    QVERIFY(field.at<uchar>(128, 128) == 255);
    QCOMPARE(cv::countNonZero(phantom.image.structure & ~field), 0);
    cv::Mat grey;
    cv::extractChannel(phantom.image.rgb, grey, 0);
    QCOMPARE(cv::countNonZero(grey & ~field), 0);
    const double share = cv::countNonZero(field) / (256.0 * 256.0);
    QVERIFY2(share > 0.4 && share < 0.9, qPrintable(QString::number(share)));
}

QTEST_APPLESS_MAIN(TestUltrasoundPhantom)
#include "tst_ultrasound_phantom.moc"
