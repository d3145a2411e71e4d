// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden_patterns.h"

#include "metrics/protocol.h"
#include "metrics/psnr.h"
#include "metrics/ssim.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestProtocol : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bothProtocolsAgreeWithScikitImage_data();
    void bothProtocolsAgreeWithScikitImage();
    void stripsOfRowsGiveWhatTheWholeImageGives_data();
    void stripsOfRowsGiveWhatTheWholeImageGives();
    void thePaperProtocolSeesEightBitLevelsOnly();
    void thePaperProtocolComparesImagesOfDifferentSizes();
    void identicalImagesAreInfinitelyGoodAndCountAsAHundredDecibelsInMeans();
    void shapesThatDoNotFitAreRefusedWithASentence();
};

void TestProtocol::bothProtocolsAgreeWithScikitImage_data() {
    QTest::addColumn<int>("height");
    QTest::addColumn<int>("width");
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<double>("paperPsnr");
    QTest::addColumn<double>("paperSsim");
    QTest::addColumn<double>("fovPsnr");
    QTest::addColumn<double>("fovSsim");
    const auto row = [](const char* name, int height, int width, const char* kind, double a, double b, double c,
                        double d) {
        QTest::newRow(name) << height << width << QByteArray(kind) << a << b << c << d;
    };
    // /usr/bin/python3 tests/core/metrics/golden_metrics.py (scikit-image 0.19.3)
    row("enlarged, noise", 80, 96, "noise", 30.08287222, 0.74799471, 26.58952256, 0.78512975);
    row("enlarged, dark", 80, 96, "dark", 13.41385108, 0.82971019, 13.58268510, 0.79650541);
    row("enlarged, blur", 80, 96, "blur", 32.43953303, 0.97994560, 36.81877137, 0.99921162);
    row("mixed, noise", 200, 320, "noise", 30.10937911, 0.90982640, 26.54392284, 0.77365434);
    row("mixed, dark", 200, 320, "dark", 13.22711690, 0.79228566, 13.10190230, 0.79721836);
    row("mixed, blur", 200, 320, "blur", 35.72091478, 0.99631410, 41.71805753, 0.99923850);
    row("as is, noise", 256, 256, "noise", 26.54419320, 0.82978676, 26.53924418, 0.76937388);
    row("as is, dark", 256, 256, "dark", 13.18308407, 0.79131902, 13.16038247, 0.79755508);
    row("as is, blur", 256, 256, "blur", 37.09301965, 0.99745420, 41.80217584, 0.99922744);
}

void TestProtocol::bothProtocolsAgreeWithScikitImage() {
    QFETCH(int, height);
    QFETCH(int, width);
    QFETCH(QByteArray, kind);
    QFETCH(double, paperPsnr);
    QFETCH(double, paperSsim);
    QFETCH(double, fovPsnr);
    QFETCH(double, fovSsim);
    const auto output = (golden::variant(kind.constData(), height, width) / 255.0).to(torch::kFloat32);
    const auto reference = (golden::reference(height, width) / 255.0).to(torch::kFloat32);
    const auto mask = golden::fieldOfView(height, width).to(torch::kFloat32);

    // A level that falls on the edge of rounding may go either way after resizing: hence not to the last digit.
    const auto paper = compareImages(output, reference, {}, MetricProtocol::Paper);
    QVERIFY2(std::abs(paper.psnr - paperPsnr) < 1e-3, qPrintable(QString::number(paper.psnr, 'f', 8)));
    QVERIFY2(std::abs(paper.ssim - paperSsim) < 1e-5, qPrintable(QString::number(paper.ssim, 'f', 8)));
    const auto fov = compareImages(output, reference, mask, MetricProtocol::FieldOfView);
    QVERIFY2(std::abs(fov.psnr - fovPsnr) < 1e-5, qPrintable(QString::number(fov.psnr, 'f', 8)));
    QVERIFY2(std::abs(fov.ssim - fovSsim) < 1e-6, qPrintable(QString::number(fov.ssim, 'f', 8)));
}

void TestProtocol::stripsOfRowsGiveWhatTheWholeImageGives_data() {
    QTest::addColumn<int>("height");
    QTest::newRow("a last strip that fits no window") << 1027;
    QTest::newRow("a last strip without a window of its own") << 515;
    QTest::newRow("two full strips") << 1024;
    QTest::newRow("one strip") << 300;
}

void TestProtocol::stripsOfRowsGiveWhatTheWholeImageGives() {
    QFETCH(int, height);
    const auto output = golden::variant("noise", height, 40) / 255.0;
    const auto reference = golden::reference(height, 40) / 255.0;
    const auto mask = (golden::reference(height, 40).narrow(0, 0, 1) > 60).to(torch::kFloat64);
    const auto strips = compareImages(output, reference, mask, MetricProtocol::FieldOfView);
    const auto a = output.unsqueeze(0);
    const auto b = reference.unsqueeze(0);
    const auto m = mask.unsqueeze(0);
    QVERIFY(std::abs(strips.psnr - psnr(a, b, m).item<double>()) < 1e-9);
    QVERIFY(std::abs(strips.ssim - ssim(a, b, SsimWindow::gaussian11(), m).item<double>()) < 1e-9);
}

void TestProtocol::thePaperProtocolSeesEightBitLevelsOnly() {
    const auto reference = golden::reference(64, 64) / 255.0;
    // Less than half a level is nothing on disk; one level everywhere is 20 log10(255) dB.
    const auto scores = compareImages(reference + 0.4 / 255.0, reference, {}, MetricProtocol::Paper);
    QVERIFY(std::isinf(scores.psnr));
    const auto oneLevel = compareImages(reference + 1.0 / 255.0, reference, {}, MetricProtocol::Paper);
    QVERIFY(std::abs(oneLevel.psnr - 48.1308) < 1e-3);
}

void TestProtocol::thePaperProtocolComparesImagesOfDifferentSizes() {
    const auto large = torch::full({3, 300, 500}, 100.0 / 255.0);
    const auto small = torch::full({3, 128, 128}, 102.0 / 255.0);
    const auto scores = compareImages(large, small, {}, MetricProtocol::Paper);
    QVERIFY(std::abs(scores.psnr - 20.0 * std::log10(255.0 / 2.0)) < 1e-6);
}

void TestProtocol::identicalImagesAreInfinitelyGoodAndCountAsAHundredDecibelsInMeans() {
    const auto image = golden::reference(64, 64) / 255.0;
    const auto identical = compareImages(image, image, {}, MetricProtocol::FieldOfView);
    QVERIFY(std::isinf(identical.psnr) && identical.psnr > 0.0);
    QVERIFY(std::abs(identical.ssim - 1.0) < 1e-12);
    const auto mean = meanScores({identical, {20.0, 0.5}});
    QVERIFY(std::abs(mean.psnr - 60.0) < 1e-12);
    QVERIFY(std::abs(mean.ssim - 0.75) < 1e-12);
    QCOMPARE(meanScores({}).psnr, 0.0);
}

void TestProtocol::shapesThatDoNotFitAreRefusedWithASentence() {
    const auto image = torch::zeros({3, 64, 64});
    const auto sentence = [](const Result<void>& result) {
        return result ? QString() : QString::fromStdString(englishSentence(result.error()));
    };
    const auto fov = MetricProtocol::FieldOfView;
    QVERIFY(checkComparable(image, image, {}, fov).has_value());
    QVERIFY(checkComparable(image, torch::zeros({3, 64, 65}), {}, MetricProtocol::Paper).has_value());
    QVERIFY(sentence(checkComparable(image, torch::zeros({3, 64, 65}), {}, fov)).contains(QStringLiteral("size")));
    QVERIFY(sentence(checkComparable(image, torch::zeros({1, 64, 64}), {}, fov)).contains(QStringLiteral("channels")));
    QVERIFY(sentence(checkComparable(image, image, torch::zeros({1, 64, 65}), fov)).contains(QStringLiteral("size")));
    const auto tiny = torch::zeros({3, 64, 10});
    QVERIFY(sentence(checkComparable(tiny, tiny, {}, fov)).contains(QStringLiteral("smaller")));
    QVERIFY(!checkComparable(image.to(torch::kUInt8), image, {}, fov).has_value());
    QVERIFY(!checkComparable({}, image, {}, fov).has_value());
    QVERIFY_THROWS_EXCEPTION(c10::Error, compareImages(tiny, tiny, {}, fov));
    QCOMPARE(QByteArray(protocolName(fov).data()), QByteArray("fov"));
}

QTEST_APPLESS_MAIN(TestProtocol)
#include "tst_protocol.moc"
