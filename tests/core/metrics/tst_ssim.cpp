// SPDX-FileCopyrightText: 2026 The Limpid authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "golden_patterns.h"

#include "metrics/ssim.h"

#include <QtTest>

#include <cmath>

using namespace limpid;

class TestSsim : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theGaussianWindowIsCentredAndAsWideAsItSays();
    void theUniformWindowWeighsAllTapsTheSame();
    void theMeanAgreesWithScikitImage_data();
    void theMeanAgreesWithScikitImage();
    void singlePrecisionAgreesWithDouble();
    void aFlatPairHasTheLuminanceTermByHand();
    void everyImageOfABatchHasItsOwnValue();
    void whatLiesOutsideTheMaskDoesNotMatter();
    void identicalImagesGiveOne();
    void theGradientAgreesWithFiniteDifferences();
};

void TestSsim::theGaussianWindowIsCentredAndAsWideAsItSays() {
    const auto taps = SsimWindow::gaussian11().taps(torch::kFloat64);
    QCOMPARE(taps.size(0), std::int64_t(11));
    QVERIFY(std::abs(taps.sum().item<double>() - 1.0) < 1e-12);
    const auto x = torch::arange(11, torch::kFloat64);
    const double centre = (taps * x).sum().item<double>();
    const double sigma = std::sqrt((taps * (x - centre).square()).sum().item<double>());
    QVERIFY(std::abs(centre - 5.0) < 1e-12);
    // Cut off at +-5, a Gaussian of sigma 1.5 has 1.498 left.
    QVERIFY(std::abs(sigma - 1.498) < 5e-4);
    QVERIFY(std::abs(taps[6].item<double>() / taps[5].item<double>() - std::exp(-1.0 / 4.5)) < 1e-12);
}

void TestSsim::theUniformWindowWeighsAllTapsTheSame() {
    const auto taps = SsimWindow::uniform7().taps(torch::kFloat64);
    QVERIFY(torch::allclose(taps, torch::full({7}, 1.0 / 7.0, torch::kFloat64)));
    QCOMPARE(SsimWindow::uniform7().border(), 3);
}

void TestSsim::theMeanAgreesWithScikitImage_data() {
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<double>("uniform");
    QTest::addColumn<double>("gaussian");
    // /usr/bin/python3 tests/core/metrics/golden_metrics.py (scikit-image 0.19.3)
    QTest::newRow("noise") << QByteArray("noise") << 0.8323127133 << 0.7660092526;
    QTest::newRow("dark") << QByteArray("dark") << 0.7912750027 << 0.7980812775;
    QTest::newRow("blur") << QByteArray("blur") << 0.9923667481 << 0.9990649154;
}

void TestSsim::theMeanAgreesWithScikitImage() {
    QFETCH(QByteArray, kind);
    QFETCH(double, uniform);
    QFETCH(double, gaussian);
    const auto a = golden::variant(kind.constData(), 80, 96).unsqueeze(0);
    const auto b = golden::reference(80, 96).unsqueeze(0);
    const double ours7 = ssim(a, b, SsimWindow::uniform7(), {}, 255.0).item<double>();
    const double ours11 = ssim(a, b, SsimWindow::gaussian11(), {}, 255.0).item<double>();
    QVERIFY2(std::abs(ours7 - uniform) < 1e-8, qPrintable(QString::number(ours7, 'f', 10)));
    QVERIFY2(std::abs(ours11 - gaussian) < 1e-8, qPrintable(QString::number(ours11, 'f', 10)));
}

void TestSsim::singlePrecisionAgreesWithDouble() {
    const auto a = golden::variant("noise", 80, 96).unsqueeze(0) / 255.0;
    const auto b = golden::reference(80, 96).unsqueeze(0) / 255.0;
    for (const auto& window : {SsimWindow::uniform7(), SsimWindow::gaussian11()}) {
        const double single = ssim(a.to(torch::kFloat32), b.to(torch::kFloat32), window).item<double>();
        QVERIFY(std::abs(single - ssim(a, b, window).item<double>()) < 1e-5);
    }
}

void TestSsim::aFlatPairHasTheLuminanceTermByHand() {
    const auto a = torch::full({1, 1, 16, 16}, 0.2, torch::kFloat64);
    const auto b = torch::full({1, 1, 16, 16}, 0.6, torch::kFloat64);
    const auto map = ssimMap(a, b, SsimWindow::gaussian11());
    QCOMPARE(map.size(2), std::int64_t(6));
    const double expected = (2.0 * 0.2 * 0.6 + 1e-4) / (0.04 + 0.36 + 1e-4);
    QVERIFY((map - expected).abs().max().item<double>() < 1e-9);
}

void TestSsim::everyImageOfABatchHasItsOwnValue() {
    const auto clean = golden::reference(40, 48) / 255.0;
    const auto a = torch::stack({golden::variant("noise", 40, 48) / 255.0, golden::variant("dark", 40, 48) / 255.0});
    const auto b = torch::stack({clean, clean});
    const auto together = ssim(a, b, SsimWindow::gaussian11());
    QCOMPARE(together.size(0), std::int64_t(2));
    for (std::int64_t n = 0; n < 2; ++n) {
        const auto alone = ssim(a.narrow(0, n, 1), b.narrow(0, n, 1), SsimWindow::gaussian11());
        QVERIFY(std::abs(together[n].item<double>() - alone.item<double>()) < 1e-12);
    }
}

void TestSsim::whatLiesOutsideTheMaskDoesNotMatter() {
    const auto mask = golden::fieldOfView(40, 64).unsqueeze(0);
    const auto a = golden::variant("noise", 40, 64).unsqueeze(0) / 255.0;
    const auto b = golden::reference(40, 64).unsqueeze(0) / 255.0;
    const auto spoiled = torch::where(mask > 0, a, torch::ones_like(a));
    const double before = ssim(a, b, SsimWindow::gaussian11(), mask).item<double>();
    QVERIFY(std::abs(before - ssim(spoiled, b, SsimWindow::gaussian11(), mask).item<double>()) < 1e-12);
    QVERIFY(std::abs(before - ssim(a, b, SsimWindow::gaussian11()).item<double>()) > 1e-3);
}

void TestSsim::identicalImagesGiveOne() {
    const auto a = golden::reference(32, 32).unsqueeze(0).to(torch::kFloat32) / 255.0;
    QVERIFY(std::abs(ssim(a, a.clone(), SsimWindow::uniform7()).item<double>() - 1.0) < 1e-6);
}

void TestSsim::theGradientAgreesWithFiniteDifferences() {
    const auto b = golden::reference(16, 18).unsqueeze(0) / 255.0;
    const auto start = golden::variant("noise", 16, 18).unsqueeze(0) / 255.0;
    const auto mask = golden::fieldOfView(16, 18).unsqueeze(0);
    for (const auto& window : {SsimWindow::uniform7(), SsimWindow::gaussian11()}) {
        const auto a = start.clone().set_requires_grad(true);
        ssim(a, b, window, mask).sum().backward();
        const double step = 1e-5;
        for (const std::int64_t index : {250, 400, 500, 760}) {
            auto delta = torch::zeros_like(start);
            delta.view(-1)[index] = step;
            const double slope =
                (ssim(start + delta, b, window, mask) - ssim(start - delta, b, window, mask)).item<double>() /
                (2.0 * step);
            const double gradient = a.grad().view(-1)[index].item<double>();
            QVERIFY(std::abs(gradient) > 1e-6);
            QVERIFY2(std::abs(gradient - slope) < 1e-4 * std::abs(slope) + 1e-9,
                     qPrintable(QStringLiteral("%1 against %2").arg(gradient).arg(slope)));
        }
    }
}

QTEST_APPLESS_MAIN(TestSsim)
#include "tst_ssim.moc"
